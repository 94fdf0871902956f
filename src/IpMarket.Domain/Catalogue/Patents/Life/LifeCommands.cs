using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>A legal event as it comes in; see <see cref="LegalEvent"/>.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.new-legal-event/1")]
public sealed record NewLegalEvent(
    [property: Id(0)] string Code,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateOnly? TermEndsOn);

/// <summary>
/// Records legal events; those that stand already (same code, day and note) are passed over. A handler sends one, an
/// import as many as <see cref="EventsMax"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.record-legal-events/1")]
public sealed record RecordLegalEvents(
    [property: Id(0)] ImmutableArray<NewLegalEvent> Events,
    [property: Id(1)] string Source) : ICommand
{
    public const int EventsMax = 100;
}

/// <summary>Records that an annual fee was paid. The centre only.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.record-fee-payment/1")]
public sealed record RecordFeePayment(
    [property: Id(0)] int Year,
    [property: Id(1)] DateOnly PaidOn,
    [property: Id(2)] Money Amount,
    [property: Id(3)] string Source) : ICommand;

/// <summary>Records a reduction of the annual fees. The centre only.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.record-fee-reduction/1")]
public sealed record RecordFeeReduction(
    [property: Id(0)] int Percent,
    [property: Id(1)] int FromYear,
    [property: Id(2)] int ToYear,
    [property: Id(3)] string Source,
    [property: Id(4)] DateOnly? SeenOn) : ICommand;

/// <summary>Records the office's notice that the right ended for an unpaid fee. The centre only.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.record-lapse-notice/1")]
public sealed record RecordLapseNotice(
    [property: Id(0)] int Year,
    [property: Id(1)] DateOnly ReceivedOn,
    [property: Id(2)] string Source) : ICommand;

/// <summary>Records shares and mandates of the holders, in place of those that stand. The centre only.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.record-ownership/1")]
public sealed record RecordOwnership(
    [property: Id(0)] ImmutableArray<OwnerShare> Shares,
    [property: Id(1)] ImmutableArray<CoOwnerMandate> Mandates,
    [property: Id(2)] string Source,
    [property: Id(3)] DateOnly? SeenOn) : ICommand;

/// <summary>Takes a wrongly recorded life fact out of the patent's life. The centre only.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.retract-life-fact/1")]
public sealed record RetractLifeFact(
    [property: Id(0)] int Number,
    [property: Id(1)] string Reason) : ICommand;
