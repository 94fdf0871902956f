using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace IpMarket.Server.Endpoints.Kernel.Parameters;

/// <summary>
/// Names the parameter of an address a route could not read. Generated binding says 400 of an optional one and no more,
/// and of others the member's name in C# instead of the one in the address.
/// </summary>
internal static class BoundParameters
{
    /// <summary>The first one whose value is not of its type; null when none is found.</summary>
    public static string? Malformed(HttpContext http) => Of(http)
        .Where(bound => bound.HasTryParse)
        .Select(bound => (Name: NameOf(bound), Type: TypeOf(bound.ParameterInfo.ParameterType)))
        .Where(bound => http.Request.Query.TryGetValue(bound.Name, out var values)
            && values.Any(value => value is { Length: > 0 } && !IsOf(bound.Type, value)))
        .Select(bound => bound.Name)
        .FirstOrDefault();

    /// <summary>How the address says it; a name nobody binds stays as it is.</summary>
    public static string NameOf(HttpContext http, string member) =>
        Of(http).FirstOrDefault(bound => bound.Name == member) is { } bound ? NameOf(bound) : member;

    private static IEnumerable<IParameterBindingMetadata> Of(HttpContext http) =>
        http.GetEndpoint()?.Metadata.OfType<IParameterBindingMetadata>() ?? [];

    private static string NameOf(IParameterBindingMetadata bound) =>
        bound.ParameterInfo.GetCustomAttributes(inherit: true).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
        ?? bound.Name;

    private static Type TypeOf(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(one) ?? one;
    }

    private static bool IsOf(Type type, string value)
    {
        if (type.IsEnum) return Enum.TryParse(type, value, out _);
        var parsable = Array.Exists(
            type.GetInterfaces(),
            face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>));
        return !parsable || (bool)typeof(BoundParameters)
            .GetMethod(nameof(Parses), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [value])!;
    }

    private static bool Parses<T>(string value)
        where T : IParsable<T> => T.TryParse(value, CultureInfo.InvariantCulture, out _);
}
