package dev.groundplan.kubernetes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/** The lists that the API server requires and takes when they are empty; fabric8 drops every empty list. */
interface RequiredLists {

    /** Of a LimitRange. */
    @JsonInclude(Include.NON_NULL)
    List<?> getLimits();

    /** Of the policy on failures of a Job. */
    @JsonInclude(Include.NON_NULL)
    List<?> getRules();

    /** Of a CSINode. */
    @JsonInclude(Include.NON_NULL)
    List<?> getDrivers();
}
