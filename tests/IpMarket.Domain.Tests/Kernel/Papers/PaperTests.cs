using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel.Papers;

public sealed class PaperTests
{
    private static readonly Moment Moment = new(DateTimeOffset.UnixEpoch, Actor.Process("test"));
    private static readonly PaperHead Head = new(
        "SALE-2026-00001", "钒钛成〔2026〕1号", "sale-confirmation", "成交确认书", "成交确认书", new DateOnly(2026, 11, 23),
        "auction:1", false, false);

    private static readonly FreezePaper Freeze = new(
        Head, new PaperPrint("f", "s", 9), ["party:1", "party:2"], [new PaperPart("party:1", "row")]);

    [Fact]
    public void A_paper_is_frozen_once_and_voided_once()
    {
        var paper = After(Paper.Empty, PaperDecider.Decide(Paper.Empty, Freeze, Moment));
        Assert.True(paper.Stands);
        Assert.Equal(("f", 2, "row"), (paper.Print!.Fingerprint, paper.Holders.Length, paper.Parts[0].Row));
        Assert.Equal("PAPER_FROZEN_ALREADY", PaperDecider.Decide(paper, Freeze, Moment).Refusal?.Code);
        Assert.Equal("PAPER_FROZEN_ALREADY", PaperDecider.Decide(paper, new WithholdPaper(Head, "r"), Moment).Refusal?.Code);

        var ended = After(paper, PaperDecider.Decide(paper, new VoidPaper("错误", "SALE-2026-00002"), Moment));
        Assert.False(ended.Stands);
        Assert.Equal(("错误", "SALE-2026-00002"), (ended.Void!.Reason, ended.Void.SupersededBy));
        Assert.Equal(paper.Print, ended.Print);
        Assert.Equal("PAPER_VOID_ALREADY", PaperDecider.Decide(ended, new VoidPaper("r", null), Moment).Refusal?.Code);
    }

    [Fact]
    public void A_number_without_paper_is_void_and_stays_known()
    {
        Assert.Equal("PAPER_UNKNOWN", PaperDecider.Decide(Paper.Empty, new VoidPaper("r", null), Moment).Refusal?.Code);
        var paper = After(Paper.Empty, PaperDecider.Decide(Paper.Empty, new WithholdPaper(Head, "已删除"), Moment));
        Assert.True(paper is { Exists: true, Stands: false, Print: null });
        Assert.Equal("已删除", paper.Void?.Reason);
        Assert.Equal("PAPER_FROZEN_ALREADY", PaperDecider.Decide(paper, Freeze, Moment).Refusal?.Code);
    }

    /// <summary>
    /// Whose it is and where it lies stand in the secret part, and a reader without it still reads the rest.
    /// </summary>
    [Fact]
    public void The_public_part_of_a_frozen_paper_names_no_party()
    {
        var fact = (PaperFrozen)PaperDecider.Decide(Paper.Empty, Freeze, Moment).Value[0];
        var (open, secret) = EventCodec.Encode(fact, Moment.Actor);
        Assert.DoesNotContain("party:", open, StringComparison.Ordinal);
        Assert.Contains("party:", secret, StringComparison.Ordinal);
        var (read, _) = EventCodec.Decode(typeof(PaperFrozen), open, null);
        var paper = Paper.Empty.Evolve(new Recorded(1, Head.Stream, 1, Moment.At, Guid.Empty, null, read));
        Assert.Equal(Head, paper.Head);
        Assert.Empty(paper.Holders);
    }

    private static Paper After(Paper paper, Outcome<IReadOnlyList<IEvent>> decided) => paper.Evolve(
        new Recorded(1, Head.Stream, 1, Moment.At, Guid.Empty, Moment.Actor, decided.Value[0]));
}
