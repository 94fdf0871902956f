using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpMarket.Domain.Kernel.Journal;

/// <summary>
/// Instants as <c>2026-01-31T08:00:00.000000Z</c>; anything with another offset is read and moved to UTC.
/// </summary>
public sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().WholeMicroseconds();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[27];
        value.UtcDateTime.TryFormat(text, out _, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text);
    }
}

/// <summary>A figure as the plain value it holds: an amount, an instant, a number or a text.</summary>
public sealed class FigureConverter : JsonConverter<Figure>
{
    public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => JsonSerializer.Deserialize<Money>(ref reader, options),
            JsonTokenType.Number => reader.GetInt64(),
            JsonTokenType.String when reader.TryGetDateTimeOffset(out var instant) => instant,
            JsonTokenType.String => reader.GetString()!,
            _ => throw new JsonException("A figure is an amount, an instant, a number or a text."),
        };

    public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options)
    {
        if (value.Amount is { } amount) JsonSerializer.Serialize(writer, amount, options);
        else if (value.Instant is { } instant) JsonSerializer.Serialize(writer, instant, options);
        else if (value.Number is { } number) writer.WriteNumberValue(number);
        else writer.WriteStringValue(value.Text);
    }
}
