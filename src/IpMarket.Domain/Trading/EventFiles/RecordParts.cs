using System.Collections.Concurrent;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// Whether both parts of a record are objects that hold each member once, secret members only in the secret part and
/// nothing else disclosed there, so that what is disclosed never replaces what is public.
/// </summary>
internal static class RecordParts
{
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };
    private static readonly ConcurrentDictionary<Type, HashSet<string>> Secrets = new();

    /// <param name="type">The event's wire name; of an unknown one only the form is looked at.</param>
    /// <param name="shown">The public part.</param>
    /// <param name="secret">The secret part; null where it is not disclosed.</param>
    public static Breach? Fault(string type, string shown, string? secret)
    {
        var secrets = EventTypes.Find(type) is { } known ? Secrets.GetOrAdd(known, SecretsOf) : null;
        if (MembersOf(shown, null) is not { } members)
            return new Breach("public", "It is no object that holds each member once.");
        if (secrets?.Overlaps(members) == true) return new Breach("public", "It holds a secret member.");
        if (secret is null) return null;
        if (MembersOf(secret, "fields") is not { } disclosed)
            return new Breach("secret", "It is no object that holds each member once.");
        return secrets?.IsSupersetOf(disclosed) == false
            ? new Breach("secret", "It holds a member that is not secret.")
            : null;
    }

    /// <summary>Names of the members, of the object or of one within it; null when it is no such object.</summary>
    private static List<string>? MembersOf(string json, string? within)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Once);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return null;
            if (within is not null && !root.TryGetProperty(within, out root)) return [];
            return root.ValueKind == JsonValueKind.Object
                ? [.. root.EnumerateObject().Select(member => member.Name)]
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static HashSet<string> SecretsOf(Type type) => EventCodec.Options.GetTypeInfo(type).Properties
        .Where(member => member.AttributeProvider?.IsDefined(typeof(SecretAttribute), inherit: false) == true)
        .Select(member => member.Name)
        .ToHashSet(StringComparer.Ordinal);
}
