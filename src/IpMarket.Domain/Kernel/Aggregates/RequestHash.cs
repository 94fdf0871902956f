using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <summary>
/// What makes two requests the same: SHA-256 over the command's wire name, its fields in the journal's JSON (without
/// those marked <see cref="LookedUpAttribute"/>), and the acting user and party.
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
        return new JsonSerializerOptions(EventCodec.Options) { TypeInfoResolver = resolver };
    }
}
