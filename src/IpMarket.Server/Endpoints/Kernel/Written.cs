using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>What an act stored: the same for every repeat of it.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Version">Its version after the act.</param>
/// <param name="Pos">Ask a list for <c>after=</c> this.</param>
public sealed record Written(string Id, long Version, long Pos) : IHasVersion
{
    public static Answer<Written> Of(Outcome<Accepted> outcome) =>
        outcome.Map(accepted => new Written(accepted.Stream, accepted.Version, accepted.Pos));
}

/// <summary>Why something is done, in words everybody reads.</summary>
public sealed record ReasonForm(string Reason);

/// <summary>A step taken on a document: in which role, by whom.</summary>
public sealed record DutyStepView(CentreRole Role, string Name);
