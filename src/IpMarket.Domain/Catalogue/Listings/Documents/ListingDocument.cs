using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Listings.Documents;

/// <summary>
/// What a document of a listing is: first the items of the title pack (P13), then what shows the offer.
/// </summary>
public enum ListingDocumentKind
{
    [DocumentName("专利登记簿副本", "copy of the patent register")]
    RegisterExtract,

    [DocumentName("受理通知书", "notice of acceptance of the application")]
    FilingNotice,

    [DocumentName("缴费凭证", "fee receipts")]
    FeeReceipts,

    [DocumentName("权属与瑕疵声明", "declaration of title and defects")]
    DefectStatement,

    [DocumentName("共有人同意书", "consent of the co-owners")]
    CoOwnerConsent,

    [DocumentName("内部决议", "internal resolution")]
    InternalResolution,

    [DocumentName("评估报告及备案表", "filed appraisal report")]
    FiledAppraisal,

    [DocumentName("质权人同意书", "consent of the pledgee")]
    PledgeeConsent,

    [DocumentName("专利权评价报告", "patent evaluation report")]
    EvaluationReport,

    [DocumentName("委托协议", "listing mandate with fees")]
    ListingMandate,

    [DocumentName("附图", "drawing")]
    Drawing,

    [DocumentName("技术介绍", "brochure")]
    Brochure,

    [DocumentName("照片", "photo")]
    Photo,

    [DocumentName("其他材料", "other paper")]
    Other,

    /// <summary>Of know-how without a patent: an item of its title pack.</summary>
    [DocumentName("保密情况说明", "statement of confidentiality")]
    ConfidentialityStatement,
}

/// <summary>Who reads a document.</summary>
public enum DocumentVisibility
{
    /// <summary>The seller and the centre's desk.</summary>
    Inside,

    /// <summary>Everybody who sees the listing.</summary>
    Public,
}

/// <summary>What people call a kind of document.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class DocumentNameAttribute(string zh, string en) : Attribute
{
    public string Zh { get; } = zh;

    public string En { get; } = en;
}

/// <summary>A document of a listing. Its bytes and its name are in the vault under the seller's key.</summary>
/// <param name="Number">1, 2, 3… within the listing, never given twice.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Visibility">Title papers are never public.</param>
/// <param name="Sha256">Of its bytes, 64 hex.</param>
/// <param name="File">As its content says.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Name">The name of the file, cleaned; it may speak of a person.</param>
/// <param name="IssuedOn">The day its issuer dated it, where that counts.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing-document/1")]
public sealed record ListingDocument(
    [property: Id(0)] int Number,
    [property: Id(1)] ListingDocumentKind Kind,
    [property: Id(2)] DocumentVisibility Visibility,
    [property: Id(3)] string Sha256,
    [property: Id(4)] FileKind File,
    [property: Id(5)] long Bytes,
    [property: Id(6)] PersonalRef Name,
    [property: Id(7)] DateOnly? IssuedOn)
{
    /// <summary>When it came; the state's, for the event knows it itself.</summary>
    [Id(8)]
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>The further patent it is about; null of the first patent's and of the whole listing's.</summary>
    [Id(9)]
    public string? Patent { get; init; }

    [JsonIgnore]
    public PackKey Key => new(Kind, Patent);
}

/// <summary>What is known of the kinds.</summary>
public static class ListingDocuments
{
    private static readonly ImmutableDictionary<ListingDocumentKind, DocumentNameAttribute> Names =
        Enum.GetValues<ListingDocumentKind>().ToImmutableDictionary(
            kind => kind, kind => Field(kind).GetCustomAttribute<DocumentNameAttribute>()!);

    /// <summary>The kinds a patent's title pack is made of, in its order.</summary>
    public static ImmutableArray<ListingDocumentKind> TitleKinds { get; } =
        [.. Enum.GetValues<ListingDocumentKind>().Where(IsTitle)];

    /// <summary>Whether patents' packs ask for it; those of know-how have one of their own besides.</summary>
    public static bool IsTitle(ListingDocumentKind kind) => kind <= ListingDocumentKind.ListingMandate;

    /// <summary>Whether each patent of a listing has its own; the others are about the whole listing.</summary>
    public static bool IsOfEachPatent(ListingDocumentKind kind) => kind is ListingDocumentKind.RegisterExtract
        or ListingDocumentKind.FilingNotice
        or ListingDocumentKind.FeeReceipts
        or ListingDocumentKind.CoOwnerConsent
        or ListingDocumentKind.PledgeeConsent
        or ListingDocumentKind.EvaluationReport;

    /// <summary>How many documents a listing shows at a time.</summary>
    public static int MaxOf(Listing listing) =>
        Limits.ListingDocumentsMax + (listing.Further.Length * Limits.ListingDocumentsPerPatent);

    /// <summary>Whether documents of the kind may be shown to everybody.</summary>
    public static bool MayBePublic(ListingDocumentKind kind) => kind is ListingDocumentKind.Drawing
        or ListingDocumentKind.Brochure or ListingDocumentKind.Photo;

    public static DocumentNameAttribute NameOf(ListingDocumentKind kind) => Names[kind];

    private static FieldInfo Field(ListingDocumentKind kind) => typeof(ListingDocumentKind).GetField(kind.ToString())!;
}
