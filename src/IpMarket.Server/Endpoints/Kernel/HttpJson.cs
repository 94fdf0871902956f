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
/// members refused, at most 16 deep. Every text that comes in is clean, every amount within its bounds.
/// </summary>
public static class HttpJson
{
    public const int DepthMax = 16;

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
        options.Converters.Add(new UtcInstantConverter());
        options.Converters.Add(new FigureConverter());
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver { Modifiers = { Shape } });
    }

    private static void Shape(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object) return;
        if (info.Type == typeof(Money)) ShapeMoney(info);
        var texts = info.Properties
            .Where(property => property.Get is not null
                && typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType)
                || property.PropertyType == typeof(string))
            .ToList();
        if (texts.Count > 0) info.OnDeserialized = body => texts.ForEach(property => CheckTexts(body, property));
    }

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

    private static void CheckTexts(object body, JsonPropertyInfo property)
    {
        switch (property.Get?.Invoke(body))
        {
            case string text:
                CheckText(property.Name, text);
                break;
            case IEnumerable<string?> texts:
                foreach (var text in texts) CheckText(property.Name, text);
                break;
        }
    }

    private static void CheckText(string field, string? text)
    {
        if (text is null) return;
        if (text.Length > Limits.TextCharsMax)
            throw new RefusedInputException(Refusal.Of(
                TextRefusal.TextTooLong, ("field", field), ("max", Limits.TextCharsMax)));
        if (CleanText.Forbidden(text, lines: true) is { } character)
            throw new RefusedInputException(Refusal.Of(
                TextRefusal.TextNotClean, ("field", field), ("character", character)));
    }
}
