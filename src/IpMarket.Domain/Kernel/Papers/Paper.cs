using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Papers;

/// <summary>
/// A frozen paper (stream <c>paper:NUMBER</c>): what it is, the hashes of its bytes, and where the bytes are. Bytes
/// that name nobody are a document; bytes that do are the vault's, so that erasing a person leaves number and hashes.
/// </summary>
[GenerateSerializer, Immutable, Alias("kernel.paper.state/1")]
public sealed record Paper : IAggregateState<Paper>
{
    public static Paper Empty { get; } = new();

    /// <summary>Null before the number meant anything.</summary>
    [Id(0)]
    public PaperHead? Head { get; init; }

    /// <summary>Hashes and size; null when it was withheld: there is a number, but never was a paper.</summary>
    [Id(1)]
    public PaperPrint? Print { get; init; }

    /// <summary>
    /// Where the vault keeps the bytes; empty = they are the document <see cref="PaperPrint.Sha256"/>.
    /// </summary>
    [Id(2)]
    public ImmutableArray<PaperPart> Parts { get; init; } = [];

    /// <summary>Parties (streams) it was handed to.</summary>
    [Id(3)]
    public ImmutableArray<string> Holders { get; init; } = [];

    /// <summary>作废; null while it stands.</summary>
    [Id(4)]
    public PaperVoided? Void { get; init; }

    [JsonIgnore]
    public bool Exists => Head is not null;

    [JsonIgnore]
    public bool Stands => Print is not null && Void is null;

    public Paper Evolve(Recorded recorded) => recorded.Event switch
    {
        PaperFrozen frozen => this with
        {
            Head = frozen.Head,
            Print = frozen.Print,
            Parts = frozen.Parts ?? [],
            Holders = frozen.Holders ?? [],
        },
        PaperWithheld withheld => this with { Head = withheld.Head, Void = new PaperVoided(withheld.Reason, null) },
        PaperVoided voided => this with { Void = voided },
        _ => this,
    };
}

/// <summary>The hashes of a paper, 64 hex each, and its size.</summary>
/// <param name="Fingerprint">
/// SHA-256 of the bytes before and after the check block (between <c>&lt;!--check--&gt;</c> and
/// <c>&lt;!--/check--&gt;</c>, markers excluded with it); its first 16 hex stand in that block, in print and as QR.
/// </param>
/// <param name="Sha256">Of the whole file.</param>
/// <param name="Bytes">Length of the file.</param>
[GenerateSerializer, Immutable, Alias("kernel.paper-print/1")]
public sealed record PaperPrint(
    [property: Id(0)] string Fingerprint,
    [property: Id(1)] string Sha256,
    [property: Id(2)] int Bytes);

/// <summary>
/// A row of the vault that holds a paper, or a share of it: of several parts the bytes are the exclusive or, so that
/// erasing any of the persons ends the paper.
/// </summary>
[GenerateSerializer, Immutable, Alias("kernel.paper-part/1")]
public sealed record PaperPart([property: Id(0)] string Person, [property: Id(1)] string Row);

/// <summary>The paper's bytes are fixed for good.</summary>
[GenerateSerializer, Immutable, Alias("kernel.paper.frozen/1")]
public sealed record PaperFrozen(
    [property: Id(0)] PaperHead Head,
    [property: Id(1)] PaperPrint Print,
    [property: Id(2), Secret] ImmutableArray<PaperPart>? Parts,
    [property: Id(3), Secret] ImmutableArray<string>? Holders) : IEvent;

/// <summary>The number was given, but a paper cannot be made any more; the number is void.</summary>
[GenerateSerializer, Immutable, Alias("kernel.paper.withheld/1")]
public sealed record PaperWithheld(
    [property: Id(0)] PaperHead Head,
    [property: Id(1)] string Reason) : IEvent;

/// <summary>作废: the paper does not stand any more; it stays readable.</summary>
/// <param name="SupersededBy">The number of the paper that takes its place; null when none does.</param>
[GenerateSerializer, Immutable, Alias("kernel.paper.voided/1")]
public sealed record PaperVoided(
    [property: Id(0)] string Reason,
    [property: Id(1)] string? SupersededBy) : IEvent;
