package dev.groundplan.controllers;

/**
 * What the AWS load balancer controller can do beyond load balancers. Each takes rights in AWS of its own, and without it the
 * annotations that ask for it do nothing.
 */
public enum LoadBalancerFeature {
    /** Signing users in through Cognito: {@code alb.ingress.kubernetes.io/auth-type: cognito}. */
    COGNITO("cognito"),
    /** AWS Shield Advanced: {@code alb.ingress.kubernetes.io/shield-advanced-protection}. */
    SHIELD("shield"),
    /** Access lists of AWS WAF: {@code alb.ingress.kubernetes.io/wafv2-acl-arn}. */
    WAF("waf"),
    /** Access lists of AWS WAF Classic: {@code alb.ingress.kubernetes.io/waf-acl-id}. */
    WAF_CLASSIC("waf-classic");

    private final String key;

    LoadBalancerFeature(String key) {
        this.key = key;
    }

    /** The word that its statements have in the data. */
    String key() {
        return key;
    }
}
