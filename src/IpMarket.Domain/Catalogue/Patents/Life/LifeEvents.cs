using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>A legal event was recorded.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.legal-event-recorded/1")]
public sealed record LegalEventRecorded([property: Id(0)] LegalEvent Event) : IEvent;

/// <summary>The payment of an annual fee was recorded.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.fee-payment-recorded/1")]
public sealed record FeePaymentRecorded([property: Id(0)] FeePayment Payment) : IEvent;

/// <summary>A reduction of the annual fees was recorded.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.fee-reduction-recorded/1")]
public sealed record FeeReductionRecorded([property: Id(0)] FeeReduction Reduction) : IEvent;

/// <summary>The office's notice of a lapse was recorded.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.lapse-notice-recorded/1")]
public sealed record LapseNoticeRecorded([property: Id(0)] LapseNotice Notice) : IEvent;

/// <summary>How the holders own it among themselves was recorded, in place of what stood before.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.ownership-recorded/1")]
public sealed record OwnershipRecorded([property: Id(0)] Ownership Ownership) : IEvent;

/// <summary>A life fact was recorded wrongly and stands no more; the journal keeps both.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.life-fact-retracted/1")]
public sealed record LifeFactRetracted(
    [property: Id(0)] int Number,
    [property: Id(1)] string Reason) : IEvent;
