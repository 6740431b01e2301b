package dev.groundplan.kubernetes;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The {@code date-time} of a typed custom resource as RFC 3339 has it: {@code 2026-01-31T09:30:00Z}. */
final class DateTimeText extends StdSerializer<ZonedDateTime> {

    @Serial
    private static final long serialVersionUID = 1;

    DateTimeText() {
        super(ZonedDateTime.class);
    }

    @Override
    public void serialize(ZonedDateTime value, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        generator.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
    }
}
