/** Monitoring: what is measured, when somebody is told, and the stack of Prometheus, Alertmanager and Grafana. */
@CheckReturnValue
@NullMarked
package dev.groundplan.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
