using System.Collections.Immutable;
using System.Text.Json;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>
/// What the centre is recognised as, with the paper it rests on: configuration. Without one of the kind a profile asks
/// for, auctions under it may be drafted and rehearsed, not published.
/// </summary>
/// <param name="Source">The decision or licence: who gave it, its number, its day.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The last day, itself included; null = without an end.</param>
[GenerateSerializer, Immutable, Alias("trading.held-qualification/1")]
public sealed record HeldQualification(
    [property: Id(0)] HostQualification Kind,
    [property: Id(1)] string Source,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly? Until)
{
    public bool IsHeld(DateOnly day) => From <= day && !(Until < day);

    /// <summary>Reads a file of them: a JSON array.</summary>
    /// <exception cref="JsonException">It is none, or one has no source.</exception>
    public static ImmutableArray<HeldQualification> Read(Stream file)
    {
        var held = JsonSerializer.Deserialize<ImmutableArray<HeldQualification>>(file, ProfileFiles.Strict);
        return !held.IsDefault && held.All(one => !string.IsNullOrWhiteSpace(one.Source))
            ? held
            : throw new JsonException("A qualification needs its source: the decision or licence it rests on.");
    }
}
