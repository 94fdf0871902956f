using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>权属与瑕疵声明 made in the house by whoever acts for the seller; its words are in the vault.</summary>
/// <param name="TextVersion">The standard text that was declared, <see cref="TitleDeclaration.CurrentText"/>.</param>
/// <param name="Defects">What the seller knows of defects, in his words.</param>
/// <param name="Sha256">Of those words as UTF-8, 64 hex.</param>
/// <param name="At">When it was declared.</param>
/// <param name="By">The user who acted for the seller.</param>
[GenerateSerializer, Immutable, Alias("catalogue.title-declaration/1")]
public sealed record TitleDeclaration(
    [property: Id(0)] string TextVersion,
    [property: Id(1)] PersonalRef Defects,
    [property: Id(2)] string Sha256,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string By)
{
    /// <summary>The version of the standard text people declare now.</summary>
    public const string CurrentText = "2026-1";

    /// <summary>The version of the one declared of know-how without a patent.</summary>
    public const string KnowHowText = "2026-1-know-how";

    public bool IsOfCurrentText => TextVersion is CurrentText or KnowHowText;

    /// <summary>The version a listing's seller declares now.</summary>
    public static string TextOf(Listing listing) => listing.IsKnowHow ? KnowHowText : CurrentText;
}

/// <summary>An item that went to the desk with a submission.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.submitted-item/1")]
public sealed record SubmittedItem([property: Id(0)] ListingDocumentKind Kind, [property: Id(1)] TitleDue Due)
{
    /// <summary>The further patent it is about; null of the first patent's and of the whole listing's.</summary>
    [Id(2)]
    public string? Patent { get; init; }

    [JsonIgnore]
    public PackKey Key => new(Kind, Patent);
}

/// <summary>What names an item within a pack.</summary>
/// <param name="Patent">The further patent it is about; null of the first patent's and of the whole listing's.</param>
public readonly record struct PackKey(ListingDocumentKind Kind, string? Patent);

/// <summary>What the officer finds of an item.</summary>
public enum Verdict
{
    InOrder,
    Missing,

    /// <summary>There, but not right; the remark says why.</summary>
    Wrong,
}

/// <summary>A verdict on an item.</summary>
/// <param name="Remark">What is to be done; empty only where it is in order.</param>
[GenerateSerializer, Immutable, Alias("catalogue.item-verdict/1")]
public sealed record ItemVerdict(
    [property: Id(0)] ListingDocumentKind Kind,
    [property: Id(1)] Verdict Verdict,
    [property: Id(2)] string Remark)
{
    /// <summary>The further patent it is about; null of the first patent's and of the whole listing's.</summary>
    [Id(3)]
    public string? Patent { get; init; }

    [JsonIgnore]
    public PackKey Key => new(Kind, Patent);
}

/// <summary>Documents, title pack and checklist of a listing.</summary>
/// <param name="Documents">Those that stand, by number.</param>
/// <param name="LastNumber">The last number given.</param>
/// <param name="Declaration">
/// The last one made in the house, while it stands: it speaks of one mode and one subject, and of one submission.
/// </param>
/// <param name="Submitted">What the last submission brought to the desk; empty before the rule or before one.</param>
/// <param name="Verdicts">On the items of that submission, in the pack's order.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing-pack/1")]
public sealed record ListingPack(
    [property: Id(0)] ImmutableArray<ListingDocument> Documents,
    [property: Id(1)] int LastNumber,
    [property: Id(2)] TitleDeclaration? Declaration,
    [property: Id(3)] ImmutableArray<SubmittedItem> Submitted,
    [property: Id(4)] ImmutableArray<ItemVerdict> Verdicts)
{
    public static readonly ListingPack None = new([], 0, null, [], []);

    /// <summary>The standing document of that number, or null.</summary>
    public ListingDocument? Find(int number) => Documents.FirstOrDefault(document => document.Number == number);

    public ItemVerdict? VerdictOn(PackKey item) => Verdicts.FirstOrDefault(one => one.Key == item);

    /// <param name="recorded">What happened.</param>
    /// <param name="offer">What was offered until then.</param>
    internal ListingPack Evolve(Recorded recorded, ListingOffer offer) => recorded.Event switch
    {
        ListingDocumentAdded fact => this with
        {
            Documents =
            [
                .. Documents.Where(document => document.Number != fact.Replaces),
                fact.Document with { AddedAt = recorded.At },
            ],
            LastNumber = fact.Document.Number,
        },
        ListingDocumentRemoved fact => this with
        {
            Documents = [.. Documents.Where(document => document.Number != fact.Number)],
        },
        ListingTitleDeclared fact => this with
        {
            Declaration = new TitleDeclaration(
                fact.TextVersion, fact.Defects, fact.Sha256, recorded.At, recorded.Actor?.User ?? ""),
        },
        ListingRevised fact when fact.Offer.Mode != offer.Mode || fact.Offer.Subject != offer.Subject =>
            this with { Declaration = null },
        ListingPatentAdded => this with { Declaration = null },
        ListingPatentRemoved fact => this with
        {
            Declaration = null, Documents = [.. Documents.Where(document => document.Patent != fact.Patent)],
        },
        ListingReturned => this with { Declaration = null },
        ListingSubmitted fact => this with { Submitted = fact.Pack, Verdicts = [] },
        ListingPackJudged fact => this with { Verdicts = Merged(fact.Verdicts) },
        _ => this,
    };

    private ImmutableArray<ItemVerdict> Merged(ImmutableArray<ItemVerdict> later) =>
    [
        .. Verdicts.Where(one => later.All(other => other.Key != one.Key))
            .Concat(later).OrderBy(one => Submitted.IndexOf(Submitted.FirstOrDefault(item => item.Key == one.Key)!)),
    ];
}
