using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpMarket.Domain.Kernel.Journal;

/// <summary>
/// Events ↔ the two JSON texts of a record. Public holds every member but those marked <see cref="SecretAttribute"/>;
/// secret is <c>{"actor":{…},"fields":{…}}</c>.
/// </summary>
public static class EventCodec
{
    /// <summary>
    /// The journal's JSON: camelCase, enums by name, instants as UTC with microseconds, numbers strict.
    /// </summary>
    public static readonly JsonSerializerOptions Options = Make(null);

    private static readonly JsonSerializerOptions PublicOnly = Make(property => !IsSecret(property));
    private static readonly JsonSerializerOptions SecretOnly = Make(IsSecret);
    private static readonly ConcurrentDictionary<Type, bool> WithSecrets = new();

    public static (string Public, string? Secret) Encode(IEvent fact, Actor? actor)
    {
        var type = fact.GetType();
        var publicPart = JsonSerializer.Serialize(fact, type, PublicOnly);
        if (actor is null) return (publicPart, null);
        var who = JsonSerializer.Serialize(actor, Options);
        return (publicPart, HasSecrets(type)
            ? $"{{\"actor\":{who},\"fields\":{JsonSerializer.Serialize(fact, type, SecretOnly)}}}"
            : $"{{\"actor\":{who}}}");
    }

    /// <exception cref="PoisonRecordException">The type is unknown or the text does not fit it.</exception>
    public static Recorded Decode(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Read(DecodeAnew);
    }

    private static Recorded DecodeAnew(JournalRecord record)
    {
        if (EventTypes.Find(record.Type) is not { } type)
            throw new PoisonRecordException(record.Stream, record.Version, record.Type, null);
        try
        {
            var (fact, actor) = Decode(type, record.Public, record.Secret);
            return new Recorded(
                record.Pos, record.Stream, record.Version, record.At, record.CommandId, actor, fact);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new PoisonRecordException(record.Stream, record.Version, record.Type, error);
        }
    }

    /// <summary>Reads one event; without its secret text the secret members keep their defaults.</summary>
    public static (IEvent Fact, Actor? Actor) Decode(Type type, string publicPart, string? secret)
    {
        if (secret is null) return (Read(type, publicPart), null);
        var node = ObjectOf(secret);
        var actor = node["actor"].Deserialize<Actor>(Options);
        if (node["fields"] is not JsonObject fields) return (Read(type, publicPart), actor);
        var whole = ObjectOf(publicPart);
        foreach (var (name, value) in fields) whole[name] = value?.DeepClone();
        return ((IEvent)whole.Deserialize(type, Options)!, actor);
    }

    private static JsonObject ObjectOf(string text) =>
        JsonNode.Parse(text) as JsonObject ?? throw new JsonException("It is no object.");

    private static IEvent Read(Type type, string json) => (IEvent)JsonSerializer.Deserialize(json, type, Options)!;

    private static bool HasSecrets(Type type) => WithSecrets.GetOrAdd(
        type, static t => t.GetProperties().Any(p => p.IsDefined(typeof(SecretAttribute))));

    private static bool IsSecret(JsonPropertyInfo property) =>
        property.AttributeProvider?.IsDefined(typeof(SecretAttribute), inherit: false) == true;

    private static JsonSerializerOptions Make(Func<JsonPropertyInfo, bool>? keep)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        if (keep is not null)
        {
            resolver.Modifiers.Add(info =>
            {
                if (info.Kind != JsonTypeInfoKind.Object || !typeof(IEvent).IsAssignableFrom(info.Type)) return;
                for (var i = info.Properties.Count - 1; i >= 0; i--)
                    if (!keep(info.Properties[i])) info.Properties.RemoveAt(i);
            });
        }

        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = resolver,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new UtcInstantConverter());
        options.Converters.Add(new FigureConverter());
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>The event types of the house by their wire name.</summary>
public static class EventTypes
{
    private static readonly ConcurrentDictionary<string, Type> ByAlias = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<Type, string> ByType = new();

    static EventTypes() => Register(typeof(IEvent).Assembly);

    /// <summary>Every registered wire name with its type.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByAlias;

    /// <summary>Makes the events of another assembly known (tests only).</summary>
    public static void Register(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(t => !t.IsAbstract && typeof(IEvent).IsAssignableFrom(t)))
        {
            var alias = AliasOf(type);
            if (ByAlias.GetOrAdd(alias, type) != type)
                throw new InvalidOperationException($"Two events are called '{alias}'.");
            ByType[type] = alias;
        }
    }

    public static Type? Find(string alias) => ByAlias.GetValueOrDefault(alias);

    public static string NameOf(IEvent fact) => ByType.GetOrAdd(fact.GetType(), AliasOf);

    /// <summary>The wire name of a command or event type.</summary>
    public static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias
        ?? throw new InvalidOperationException($"{type.Name} has no [Alias].");
}
