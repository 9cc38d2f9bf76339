package org.consentledger.installation.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Manifests read as Kubernetes reads them: by the types of its API, strictly. */
final class Manifests {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1 Namespace", Namespace.class,
            "v1 Service", Service.class,
            "v1 ServiceAccount", ServiceAccount.class,
            "apps/v1 Deployment", Deployment.class,
            "apps/v1 StatefulSet", StatefulSet.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                // The types would take any field besides their own, as a cluster of a later version might know it.
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    private Manifests() {}

    /** @throws IllegalArgumentException if a field is unknown or has a value of another type */
    static HasMetadata read(Map<String, Object> document) {
        var kind = document.get("apiVersion") + " " + document.get("kind");
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("a kind that no check is written for: " + kind);
        }
        return STRICT.convertValue(document, type);
    }

    /** @throws IllegalArgumentException if a field is unknown */
    static Kustomization kustomization(Map<String, Object> document) {
        return STRICT.convertValue(document, Kustomization.class);
    }

    /** What a workload makes its pods of; empty for what makes none. */
    static Optional<PodSpec> pod(HasMetadata manifest) {
        return switch (manifest) {
            case Deployment deployment ->
                Optional.of(deployment.getSpec().getTemplate().getSpec());
            case StatefulSet set -> Optional.of(set.getSpec().getTemplate().getSpec());
            default -> Optional.empty();
        };
    }

    static Map<String, String> podLabels(HasMetadata workload) {
        return switch (workload) {
            case Deployment deployment ->
                deployment.getSpec().getTemplate().getMetadata().getLabels();
            case StatefulSet set -> set.getSpec().getTemplate().getMetadata().getLabels();
            default -> throw new IllegalArgumentException(Objects.toString(workload));
        };
    }
}
