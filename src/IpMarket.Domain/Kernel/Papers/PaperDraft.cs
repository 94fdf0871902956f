using System.Collections.Immutable;

namespace IpMarket.Domain.Kernel.Papers;

/// <summary>A paper before it has a number: what it says, to whom it is handed, whose data it holds.</summary>
/// <param name="Title">What stands at its top.</param>
/// <param name="Holders">
/// Parties (streams) it is handed to; nobody else but the centre reads one that is not public.
/// </param>
/// <param name="Persons">Whose erasure ends it: the vault's persons. Empty = it names nobody and is a document.</param>
/// <param name="IsDemo">示例.</param>
public sealed record PaperDraft(
    string Title,
    ImmutableArray<PaperBlock> Blocks,
    ImmutableArray<string> Holders,
    ImmutableArray<string> Persons,
    bool IsDemo);
