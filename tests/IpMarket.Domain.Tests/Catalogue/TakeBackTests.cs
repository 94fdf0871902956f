using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue;

/// <summary>What an undone import leaves of a patent.</summary>
public sealed class TakeBackTests
{
    private const string Import = "import:00000000000000000000000000";
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private static readonly Moment At = new(Now, new Actor("user:handler"));
    private static readonly Guid Ours = Guid.Parse("00000000-0000-4000-8000-000000000001");
    private static readonly PatentFacts First = PatentFacts.None with
    {
        TitleZh = "旧名称", Applicants = ["甲"], Publications = [new Publication("CN199900001", "A", null)],
    };

    private static readonly PatentFacts Second = PatentFacts.None with
    {
        TitleZh = "新名称",
        Applicants = ["乙"],
        Ipc = ["C22B 34/22"],
        Publications =
        [
            new Publication("CN199900001", "A", new DateOnly(2099, 9, 1)), new Publication("CN199900001", "B", null),
        ],
    };

    private readonly List<Recorded> records = [];
    private Patent patent = Patent.Empty;

    [Fact]
    public void A_patent_the_import_brought_leaves_the_catalogue()
    {
        Record(Ours, First, "实质审查");

        Assert.IsType<PatentWithdrawn>(Assert.Single(TakeBack().Value));
        Apply();
        Assert.False(patent.Exists);
        Assert.Equal("UNKNOWN", TakeBack().Refusal?.Code);
        Record(Guid.NewGuid(), Second);
        Assert.Equal("新名称", patent.Facts.TitleZh);
    }

    [Fact]
    public void A_patent_a_party_brought_stays_once_the_centre_vouches_for_it()
    {
        Record(Ours, First, origin: FactOrigin.Party);
        Assert.True(TakeBack().IsAccepted);

        Record(Guid.NewGuid(), First);

        Assert.Equal("CHANGED_SINCE", TakeBack().Refusal?.Code);
    }

    [Fact]
    public void A_patent_somebody_else_wrote_to_since_stays()
    {
        Record(Ours, First);
        Add(Guid.NewGuid(), new PatentHoldersRecorded(["甲"], "登记簿", null));

        Assert.Equal("CHANGED_SINCE", TakeBack().Refusal?.Code);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("新的摘要。", "旧的摘要。")]
    [InlineData("别人的摘要。", "别人的摘要。")]
    public void An_abstract_goes_back_while_it_says_what_was_written(string? now, string? expected)
    {
        Record(Guid.NewGuid(), First with { AbstractZh = now is null ? null : "旧的摘要。" });
        Record(Ours, PatentFacts.None with { TitleZh = "新名称", AbstractZh = now is null ? null : "新的摘要。" });
        if (now == "别人的摘要。") Record(Guid.NewGuid(), PatentFacts.None with { AbstractZh = now });

        Apply();
        Assert.Equal(("旧名称", expected), (patent.Facts.TitleZh, patent.Facts.AbstractZh));
    }

    [Fact]
    public void A_patent_that_was_there_says_again_what_it_said()
    {
        Record(Guid.NewGuid(), First, "公开");
        var before = patent;
        Record(Ours, Second, "授权");

        Apply();

        Assert.Equal(before.Facts, patent.Facts);
        Assert.Equal(before.FactsOrigin, patent.FactsOrigin);
        Assert.Equal(["公开"], patent.Statuses.Select(status => status.Text).ToArray());
    }

    [Fact]
    public void A_field_changed_since_stays_and_is_named()
    {
        Record(Guid.NewGuid(), First);
        Record(Ours, Second);
        Record(Guid.NewGuid(), PatentFacts.None with { TitleZh = "第三个名称" });

        var back = Assert.IsType<PatentFactsTakenBack>(Assert.Single(TakeBack().Value));
        Assert.Equal(["titleZh"], back.Kept);
        Apply();
        Assert.Equal("第三个名称", patent.Facts.TitleZh);
        Assert.Equal(["甲"], patent.Facts.Applicants);
        Assert.Empty(patent.Facts.Ipc);
    }

    [Fact]
    public void Where_all_was_changed_since_nothing_is_taken_back()
    {
        Record(Guid.NewGuid(), First);
        Record(Ours, PatentFacts.None with { TitleZh = "新名称" });
        Record(Guid.NewGuid(), PatentFacts.None with { TitleZh = "第三个名称" });

        var refusal = TakeBack().Refusal!;
        Assert.True(refusal.Is(PatentRefusal.ChangedSince), refusal.En);
        Assert.Contains("titleZh", refusal.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patent_a_listing_holds_is_left_as_it_is()
    {
        Record(Ours, First);
        Add(Guid.NewGuid(), new PatentReserved("listing:x", Guid.NewGuid(), Now));

        Assert.Equal("RESERVED", TakeBack().Refusal?.Code);
    }

    [Fact]
    public void A_stranger_to_the_patent_takes_nothing_back()
    {
        Record(Guid.NewGuid(), First);

        Assert.Equal("NOTHING_NEW", TakeBack().Refusal?.Code);
    }

    [Fact]
    public void Legal_events_go_and_what_others_recorded_stays()
    {
        Record(Guid.NewGuid(), First);
        Event(Guid.NewGuid(), 1, "GR01");
        Event(Ours, 2, "PE01");
        Event(Ours, 3, "PC01");
        Add(Guid.NewGuid(), new LifeFactRetracted(3, "录错"));
        Add(Guid.NewGuid(), new PatentReserved("listing:x", Guid.NewGuid(), Now));

        Assert.Equal(2, Assert.IsType<LifeFactRetracted>(Assert.Single(TakeBack().Value)).Number);
        Apply();
        Assert.Equal("GR01", Assert.Single(patent.Life.LegalEvents).Code);
        Assert.Equal("旧名称", patent.Facts.TitleZh);
        Assert.Equal("CHANGED_SINCE", TakeBack().Refusal?.Code);
    }

    [Fact]
    public void A_patent_whose_legal_events_were_all_taken_back_leaves_with_its_own_import()
    {
        Record(Ours, First);
        Event(Guid.NewGuid(), 1, "GR01");
        Assert.Equal("CHANGED_SINCE", TakeBack().Refusal?.Code);
        Add(Guid.NewGuid(), new LifeFactRetracted(1, "录错"));
        Assert.IsType<PatentWithdrawn>(Assert.Single(TakeBack().Value));
    }

    [Fact]
    public void A_patent_that_came_back_keeps_the_events_of_its_second_life()
    {
        Record(Guid.NewGuid(), First);
        Event(Ours, 1, "GR01");
        Add(Guid.NewGuid(), new LifeFactRetracted(1, "录错"));
        Add(Guid.NewGuid(), new PatentWithdrawn(Import));
        Record(Guid.NewGuid(), First);
        Event(Guid.NewGuid(), 1, "SE01");
        Assert.Equal("NOTHING_NEW", TakeBack().Refusal?.Code);
    }

    private void Event(Guid id, int number, string code) => Add(
        id, new LegalEventRecorded(new LegalEvent(number, code, new DateOnly(2024, 5, 31), null, null, "test")));

    private Outcome<IReadOnlyList<IEvent>> TakeBack() => TakeBackDecider.Decide(
        patent, new TakeBackFacts(Import, FactsTrace.Of(records, new HashSet<Guid> { Ours })), At);

    private void Apply()
    {
        foreach (var fact in TakeBack().Value) Add(Guid.NewGuid(), fact);
    }

    private void Record(
        Guid id, PatentFacts facts, string? status = null, FactOrigin origin = FactOrigin.Centre)
    {
        var seen = status is null ? null : new StatusSeen(status, "test", null);
        var command = new RecordPatent("CN209910000001.8", facts, seen, "test", origin);
        foreach (var fact in PatentDecider.Decide(patent, command, At).Value) Add(id, fact);
    }

    private void Add(Guid id, IEvent fact)
    {
        var recorded = new Recorded(0, "patent:CN209910000001", records.Count + 1, Now, id, null, fact);
        records.Add(recorded);
        patent = patent.Evolve(recorded);
    }
}
