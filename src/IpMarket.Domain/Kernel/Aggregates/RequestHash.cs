using System.Collections;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <summary>
/// What makes two requests the same: SHA-256 over the command's wire name, its fields in the journal's JSON (without
/// those marked <see cref="LookedUpAttribute"/>), and the acting user and party. A member that came later, and so may
/// be left out, counts only where it says something: what was asked before an upgrade is the same after it. Builds
/// before this rule counted unsaid members too: a command of theirs that had some and is repeated afterwards, its
/// answer having been lost, is refused as another request; what it did stands.
/// </summary>
public static class RequestHash
{
    private static readonly JsonSerializerOptions Requested = WithoutLookedUp();
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    public static byte[] Of(ICommand command, Actor actor)
    {
        var type = command.GetType();
        var fields = JsonSerializer.Serialize(command, type, Requested);
        return SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{Names.GetOrAdd(type, EventTypes.AliasOf)}\n{fields}\n{actor.User}\n{actor.Party}"));
    }

    private static JsonSerializerOptions WithoutLookedUp()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(static info =>
        {
            if (info.Kind != JsonTypeInfoKind.Object || !typeof(ICommand).IsAssignableFrom(info.Type)) return;
            for (var i = info.Properties.Count - 1; i >= 0; i--)
            {
                if (info.Properties[i].AttributeProvider?.IsDefined(typeof(LookedUpAttribute), inherit: false) == true)
                    info.Properties.RemoveAt(i);
            }
        });
        resolver.Modifiers.Add(static info =>
        {
            if (info.Kind != JsonTypeInfoKind.Object) return;
            foreach (var member in info.Properties.Where(MayBeLeftOut))
            {
                var (unsaid, isPlain) = (Unsaid(member), IsPlain(member.PropertyType));
                member.ShouldSerialize = (_, value) =>
                    !Equals(value, unsaid) && !(isPlain && value is IList { Count: 0 });
            }
        });
        return new JsonSerializerOptions(EventCodec.Options) { TypeInfoResolver = resolver };
    }

    private static bool MayBeLeftOut(JsonPropertyInfo member) =>
        member.AssociatedParameter is null or { HasDefaultValue: true };

    /// <summary>What the member is where nobody says it.</summary>
    private static object? Unsaid(JsonPropertyInfo member) =>
        member.AssociatedParameter?.DefaultValue is { } given ? given
        : IsPlain(member.PropertyType) ? Activator.CreateInstance(member.PropertyType)
        : member is { AssociatedParameter: null, IsGetNullable: false } && member.PropertyType == typeof(string) ? ""
        : null;

    private static bool IsPlain(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;
}
