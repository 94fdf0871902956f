using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Orleans;
using Xunit;

namespace IpMarket.Tidy.Tests.Wire;

/// <summary>What is stored or sent keeps its names and places: the lock is <c>Wire.txt</c>.</summary>
public sealed partial class WireTests
{
    private static readonly string LockFile = Path.Combine(Tree.Root, "src", "IpMarket.Domain", "Wire.txt");

    private static readonly Type[] Messages =
        [.. typeof(IEvent).Assembly.GetTypes().Where(IsMessage).OrderBy(AliasOrName, StringComparer.Ordinal)];

    [Fact]
    public void Events_and_commands_say_their_wire_name_and_are_serialisable()
    {
        Assert.NotEmpty(Offences([typeof(PlantedEvent)]));
        Tree.None("Each event and command carries [GenerateSerializer] and [Alias(\"area.thing.word/1\")]:", Offences(Messages));
    }

    [Fact]
    public void Members_that_travel_have_numbers_of_their_own()
    {
        Assert.NotEmpty(WithoutId([typeof(PlantedMember)]));
        Tree.None("Each member of an event or command carries [Id(n)]:", WithoutId(Messages));
    }

    [Fact]
    public void The_wire_changes_only_in_a_diff_a_person_reads()
    {
        var now = string.Join('\n', Messages.Select(Line)) + "\n";
        if (Environment.GetEnvironmentVariable("IPMARKET_WRITE_WIRE") == "1") File.WriteAllText(LockFile, now);
        var locked = File.Exists(LockFile) ? File.ReadAllText(LockFile) : "";
        Assert.DoesNotContain(Line(typeof(PlantedEvent)), locked, StringComparison.Ordinal);
        Assert.True(
            locked == now,
            "Wire.txt differs; a changed shape needs a new version. IPMARKET_WRITE_WIRE=1 writes it:\n"
            + string.Join('\n', now.Split('\n').Except(locked.Split('\n'), StringComparer.Ordinal)));
    }

    [Fact]
    public void States_are_immutable()
    {
        Assert.NotEmpty(Settable([typeof(PlantedState)]));
        Tree.None("A state changes only by Evolve:", Settable(typeof(IEvent).Assembly.GetTypes().Where(IsState)));
    }

    private static bool IsMessage(Type type) => type is { IsAbstract: false, IsInterface: false }
        && (typeof(IEvent).IsAssignableFrom(type) || typeof(ICommand).IsAssignableFrom(type));

    private static bool IsState(Type type) => type is { IsAbstract: false } && type.GetInterfaces().Any(
        i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregateState<>));

    private static string AliasOrName(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.Name;

    private static IEnumerable<string> Offences(IEnumerable<Type> types) => types
        .Where(type => !type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)
            || !WireName().IsMatch(AliasOrName(type)))
        .Select(type => type.FullName!);

    private static IEnumerable<string> WithoutId(IEnumerable<Type> types) =>
        from type in types
        from property in Stored(type)
        where !property.IsDefined(typeof(IdAttribute))
        select $"{type.Name}.{property.Name}";

    private static IEnumerable<PropertyInfo> Stored(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetMethod is { } get && property.SetMethod is not null
            && get.GetParameters().Length == 0)
        .OrderBy(property => property.Name, StringComparer.Ordinal);

    private static IEnumerable<string> Settable(IEnumerable<Type> types) =>
        from type in types
        from property in type.GetProperties()
        where property.SetMethod is { } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit")
        select $"{type.Name}.{property.Name}";

    private static string Line(Type type)
    {
        var line = new StringBuilder(AliasOrName(type));
        foreach (var property in Stored(type))
        {
            var secret = property.IsDefined(typeof(SecretAttribute)) ? "!" : "";
            line.Append(' ').Append(property.Name).Append(secret).Append(':').Append(Name(property.PropertyType));
        }

        return line.ToString();
    }

    private static string Name(Type type)
    {
        if (!type.IsGenericType) return type.Name;
        var arguments = string.Join(',', type.GetGenericArguments().Select(Name));
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{arguments}>";
    }

    [GeneratedRegex(@"^[a-z-]+(\.[a-z-]+)+/\d+$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex WireName();

    private sealed record PlantedEvent : IEvent;

    private sealed record PlantedMember(string Name) : IEvent;

    private sealed class PlantedState
    {
        public int Sum { get; set; }
    }
}
