package org.consentledger.query.console;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * How pages look and what moves in them. It holds nobody's data, and so may be cached: for ever under the path that names
 * this build, an hour under the plain one.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

    private static final String[] PLAIN = {"/style/**", "/script/**"};

    private final Assets assets;

    AssetConfiguration(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var ofThisBuild = new VersionResourceResolver().addFixedVersionStrategy(assets.version(), "/**");
        registry.addResourceHandler("/style/**")
                .addResourceLocations(Assets.STYLES)
                .resourceChain(true)
                .addResolver(ofThisBuild);
        registry.addResourceHandler("/script/**")
                .addResourceLocations(Assets.SCRIPTS)
                .addResourceLocations(assets.libraries())
                .resourceChain(true)
                .addResolver(ofThisBuild);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var versioned = new String[] {"/style/" + assets.version() + "/**", "/script/" + assets.version() + "/**"};
        registry.addInterceptor(cached(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()))
                .addPathPatterns(versioned);
        registry.addInterceptor(cached(CacheControl.maxAge(Duration.ofHours(1)).cachePublic()))
                .addPathPatterns(PLAIN)
                .excludePathPatterns(versioned);
    }

    private static WebContentInterceptor cached(CacheControl howLong) {
        var interceptor = new WebContentInterceptor();
        interceptor.setCacheControl(howLong);
        return interceptor;
    }
}
