namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>
/// The route constraint <c>{id:stream(word)}</c>: the value is the name of a stream of that word, so it can be a
/// grain's key as it stands. Anything else is no such route, 404.
/// </summary>
public sealed class StreamConstraint(string word) : IRouteConstraint
{
    private const int RestCharsMax = 80;

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values[routeKey] is string text && IsStream(word, text);
    }

    /// <summary>Whether a text names a stream of the word; for ids that come in bodies.</summary>
    public static bool IsStream(string word, string? text) =>
        text is not null
        && text.Length > word.Length + 1
        && text.Length <= word.Length + 1 + RestCharsMax
        && text[word.Length] == ':'
        && text.StartsWith(word, StringComparison.Ordinal)
        && text.AsSpan(word.Length + 1).IndexOfAnyExcept(Allowed) < 0;

    private static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._");
}
