using System.Collections.Immutable;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Identity;

namespace IpMarket.Server.Endpoints.Catalogue.Search;

/// <summary>Words that mean the same.</summary>
/// <param name="Kind">Terms match titles, names match applicants.</param>
/// <param name="Terms">Two to <see cref="SynonymsDecider.TermsMax"/>.</param>
public sealed record SynonymGroupView(SynonymKind Kind, IReadOnlyList<string> Terms);

/// <summary>The list in force.</summary>
/// <param name="IsOwn">False: the list that is part of the house.</param>
/// <param name="ChangedAt">When somebody of the centre last set or gave up a list; null when nobody did.</param>
/// <param name="ChangedBy">Who; empty where his account is gone, null when nobody did.</param>
public sealed record SynonymsView(
    long Version,
    IReadOnlyList<string> Abilities,
    bool IsOwn,
    DateTimeOffset? ChangedAt,
    string? ChangedBy,
    IReadOnlyList<SynonymGroupView> Groups) : IHasVersion;

/// <summary>The whole list; what is not in it is no longer in force.</summary>
public sealed record SynonymsForm(IReadOnlyList<SynonymGroupView> Groups);

/// <summary>The centre's list of synonyms: its handlers and reviewers keep it, all of the centre read it.</summary>
public static class SynonymsEndpoints
{
    private static readonly CentreRole[] Keepers = [CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver];

    public static void MapSynonyms(this IEndpointRouteBuilder routes)
    {
        var synonyms = routes.MapGroup("/api/synonyms").WithTags("Catalogue");
        synonyms.MapGet("", Get).WithName("getSynonyms").ForCentre(Enum.GetValues<CentreRole>());
        synonyms.MapPut("", Set).WithName("setSynonyms").ForCentre(Keepers).Writes();
        synonyms.MapDelete("", Reset).WithName("resetSynonyms").ForCentre(Keepers).Writes();
    }

    private static async Task<Answer<SynonymsView>> Get(
        Caller caller,
        IGrainFactory grains,
        IJournal journal,
        UserManager<MarketUser> accounts,
        CancellationToken cancel)
    {
        var read = await Grain(grains).Read();
        var last = read.Version == 0
            ? []
            : await journal.ReadStream(SynonymList.Stream, read.Version - 1, 1, cancel);
        var changed = last.Count == 0 ? null : EventCodec.Decode(last[0]);
        var by = changed?.Actor is { } actor ? await accounts.FindByIdAsync(actor.User) : null;
        return new SynonymsView(
            read.Version,
            Keepers.Any(role => caller.Duties.Is(role, caller.At)) ? ["set"] : [],
            read.State.Groups is not null,
            changed?.At,
            changed is null ? null : by?.DisplayName ?? "",
            [.. read.State.InForce.Groups.Select(group => new SynonymGroupView(group.Kind, group.Terms))]);
    }

    private static async Task<Answer<Written>> Set(SynonymsForm body, Call call, IGrainFactory grains)
    {
        var groups = body.Groups.Select(group => new SynonymGroup(
            group.Kind, [.. group.Terms.Select(term => term.Trim())]));
        return Written.Of(await Grain(grains).Set(call.Context, new SetSynonyms(groups.ToImmutableArray())));
    }

    private static async Task<Answer<Written>> Reset(Call call, IGrainFactory grains) =>
        Written.Of(await Grain(grains).Set(call.Context, new SetSynonyms((ImmutableArray<SynonymGroup>?)null)));

    private static ISynonymsGrain Grain(IGrainFactory grains) => grains.GetGrain<ISynonymsGrain>(SynonymList.Stream);
}
