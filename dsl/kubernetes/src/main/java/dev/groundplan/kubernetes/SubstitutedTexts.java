package dev.groundplan.kubernetes;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;

/** Writes every key and every text by the rules of a {@link Substitution}, and all else as it is. */
final class SubstitutedTexts extends JsonGeneratorDelegate {

    private final Substitution substitution;

    SubstitutedTexts(JsonGenerator generator, Substitution substitution) {
        super(generator, false);
        this.substitution = substitution;
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        delegate.writeFieldName(substitution.written(name));
    }

    @Override
    public void writeFieldName(SerializableString name) throws IOException {
        writeFieldName(name.getValue());
    }

    @Override
    public void writeString(String text) throws IOException {
        delegate.writeString(substitution.written(text));
    }

    @Override
    public void writeString(char[] text, int offset, int length) throws IOException {
        writeString(new String(text, offset, length));
    }

    @Override
    public void writeString(SerializableString text) throws IOException {
        writeString(text.getValue());
    }
}
