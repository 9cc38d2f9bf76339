package org.consentledger.query.notice;

import java.nio.file.Path;
import org.consentledger.setting.SettingFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeConfiguration.Properties.class)
class NoticeConfiguration {

    /** @param index the operator's own index of notices; null for that of the reference notice */
    @ConfigurationProperties("notice")
    record Properties(@Nullable Path index) {

        Properties {
            index = SettingFile.readable("LEDGER_NOTICE_INDEX", index);
        }
    }

    @Bean
    NoticeIndex noticeIndex(Properties properties) {
        var file = properties.index();
        return file == null ? NoticeIndexFile.shipped() : NoticeIndexFile.load(file);
    }
}
