package dev.groundplan.testing.terraform;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that Terraform has to say.
 *
 * @param severity whether it stops Terraform
 * @param summary what is wrong, in a few words
 * @param detail the whole explanation, maybe empty
 * @param address the resource that it is about, such as {@code aws_vpc.main}; empty if Terraform names none
 * @param file in the root module's directory; empty if Terraform names none
 * @param line from 1; 0 if Terraform names none
 */
public record Diagnostic(Severity severity, String summary, String detail, String address, String file, int line) {

    /** Whether a diagnostic stops Terraform. */
    public enum Severity {
        /** It does. */
        ERROR,
        /** It does not. */
        WARNING
    }

    static Diagnostic of(JsonNode node) {
        var range = node.path("range");
        return new Diagnostic(
                node.path("severity").asText().equals("error") ? Severity.ERROR : Severity.WARNING,
                node.path("summary").asText(),
                node.path("detail").asText(),
                node.path("address").asText(),
                range.path("filename").asText(),
                range.path("start").path("line").asInt());
    }

    /** Returns whether it stops Terraform. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns {@code error main.tf.json:7 (aws_vpc.main): Missing required argument: The argument … is required.} */
    @Override
    public String toString() {
        return (isError() ? "error" : "warning")
                + (file.isEmpty() ? "" : " " + file + ":" + line)
                + (address.isEmpty() ? "" : " (" + address + ")")
                + ": " + summary
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
