using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>A member of a body that breaks a rule of the house; the refusal says which.</summary>
public sealed class RefusedInputException(Refusal refusal) : JsonException(refusal.En)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>
/// JSON as HTTP and the hubs speak it: camelCase, enums by name, instants as UTC, numbers strict, unknown and missing
/// members refused, at most <see cref="DepthMax"/> deep. Every text that comes in is clean, every amount and day within
/// its bounds, no item null.
/// </summary>
public static class HttpJson
{
    public const int DepthMax = 32;

    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = DepthMax;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new FigureConverter());
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver { Modifiers = { Shape } });
    }

    private static void Shape(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object) return;
        if (info.Type == typeof(Money)) ShapeMoney(info);
        var watched = info.Properties
            .Where(property => property.Get is not null && (IsWatched(property.PropertyType) || IsNeverNull(property)))
            .ToList();
        if (watched.Count > 0) info.OnDeserialized = body => watched.ForEach(property => Check(body, property));
    }

    /// <summary>
    /// Texts, days, and lists of what may not be null: .NET does not check items for nulls itself.
    /// </summary>
    private static bool IsWatched(Type type) =>
        type == typeof(string)
        || type == typeof(DateOnly)
        || type == typeof(DateOnly?)
        || typeof(IEnumerable<object>).IsAssignableFrom(type);

    /// <summary>
    /// Read from a stream, a null of a member set beside a constructor passes .NET's own check.
    /// </summary>
    private static bool IsNeverNull(JsonPropertyInfo property) =>
        !property.PropertyType.IsValueType && !property.IsSetNullable
        && (property.Set is not null || property.AssociatedParameter is not null);

    private static void ShapeMoney(JsonTypeInfo info)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (info.Properties[i].Name is "fen" or "currency") info.Properties[i].IsRequired = true;
            else info.Properties.RemoveAt(i);
        }

        info.OnDeserialized = body =>
        {
            if (((Money)body).Fen is < 0 or > Limits.AmountFenMax)
                throw new RefusedInputException(Refusal.Of(
                    RequestRefusal.AmountOutOfRange, ("max", Money.Cny(Limits.AmountFenMax))));
        };
    }

    private static void Check(object body, JsonPropertyInfo property)
    {
        switch (property.Get!(body))
        {
            case null when IsNeverNull(property):
                throw Malformed(property);
            case string text:
                CheckText(property.Name, text);
                break;
            case DateOnly day when day.Year is < Limits.InstantYearMin or > Limits.InstantYearMax:
                throw Malformed(property);
            case IEnumerable<object?> items:
                foreach (var item in items)
                {
                    if (item is null) throw Malformed(property);
                    if (item is string text) CheckText(property.Name, text);
                }

                break;
        }
    }

    private static RefusedInputException Malformed(JsonPropertyInfo property) =>
        new(Refusal.Of(RequestRefusal.MemberMalformed, ("field", property.Name)));

    private static void CheckText(string field, string text)
    {
        if (text.Length > Limits.TextCharsMax)
            throw new RefusedInputException(Refusal.Of(
                TextRefusal.TextTooLong, ("field", field), ("max", Limits.TextCharsMax)));
        if (CleanText.Forbidden(text, lines: true) is { } character)
            throw new RefusedInputException(Refusal.Of(
                TextRefusal.TextNotClean, ("field", field), ("character", character)));
    }

    /// <summary>
    /// Instants people mean: those at the calendar's ends have no time of day in every zone and no later instant.
    /// </summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        private static readonly UtcInstantConverter Utc = new();

        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var instant = Utc.Read(ref reader, typeToConvert, options);
            return instant.UtcDateTime.Year is >= Limits.InstantYearMin and <= Limits.InstantYearMax
                ? instant
                : throw new JsonException("An instant out of bounds.");
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            Utc.Write(writer, value, options);
    }
}
