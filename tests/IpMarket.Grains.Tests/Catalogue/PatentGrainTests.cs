using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

public sealed class PatentGrainTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    [Fact]
    public async Task The_application_number_of_a_known_publication_joins_the_two()
    {
        var publication = Publication("CN105734615B");
        await cluster.Record(
            publication,
            PatentFacts.None with { TitleZh = "提钒", TitleEn = "Vanadium", Applicants = ["攀钢"] },
            new StatusSeen("授权", "test", new DateOnly(2018, 1, 2)));
        Assert.Equal("PROVISIONAL", (await Reserve(publication)).Refusal!.Code);

        var application = CatalogueCluster.NewNumber();
        await cluster.Record(application, PatentFacts.None with
        {
            TitleZh = "一种提钒方法",
            Publications = [new("CN105734615", "A", new DateOnly(2016, 7, 6))],
        });
        await cluster.RunProcesses();

        Assert.Equal(application.Stream, (await cluster.State(publication)).JoinedTo);
        var joined = await cluster.State(application);
        Assert.Equal(("一种提钒方法", "Vanadium"), (joined.Facts.TitleZh, joined.Facts.TitleEn));
        Assert.Equal("攀钢", Assert.Single(joined.Facts.Applicants));
        Assert.Equal("CN105734615A CN105734615B", string.Join(' ', joined.Facts.Publications));
        Assert.Equal("授权", Assert.Single(joined.Statuses).Text);
        var standing = await cluster.Patent(publication).Standing();
        Assert.Equal((application.Stream, false), (standing.Stream, standing.IsProvisional));
    }

    [Fact]
    public async Task A_publication_nobody_entered_points_on_as_well_and_takes_no_facts_of_its_own()
    {
        var application = CatalogueCluster.NewNumber();
        await cluster.Record(application, PatentFacts.None with
        {
            TitleZh = "钛", Publications = [new("CN105734616", "A", null), new("US7776128", "B2", null)],
        });
        await cluster.RunProcesses();
        var publication = Publication("CN105734616A");
        Assert.Equal(application.Stream, (await cluster.State(publication)).JoinedTo);
        Assert.Null((await cluster.State(Publication("US7776128B2"))).JoinedTo);
        var late = await cluster.Patent(publication).Record(
            GrainCluster.By("centre"),
            new RecordPatent(publication.Text, PatentFacts.None with { TitleEn = "x" }, null, "test", FactOrigin.Centre));
        Assert.Equal("JOINED", late.Refusal!.Code);
    }

    [Fact]
    public async Task A_publication_is_never_joined_to_itself_even_before_its_grain_has_the_journals_answer()
    {
        var publication = Publication("CN119876543B");
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.Journal.BeforeAnswer = append =>
        {
            if (append.Stream != publication.Stream) return Task.CompletedTask;
            stored.TrySetResult();
            return answers.Task;
        };
        try
        {
            var recording = cluster.Record(publication, PatentFacts.None with { TitleZh = "钒" }, null);
            await stored.Task;
            var acting = cluster.RunProcesses();
            Assert.False(acting.IsCompleted);
            answers.SetResult();
            await recording;
            await acting;
        }
        finally
        {
            cluster.Journal.BeforeAnswer = null;
        }

        Assert.True((await cluster.State(publication)).IsProvisional);
        Assert.Null((await cluster.State(publication)).JoinedTo);
        Assert.Equal(publication.Stream, (await cluster.Patent(publication).Standing()).Stream);
        var itself = await cluster.Patent(publication).Join(
            GrainCluster.By("x"), new JoinPatent("CN119876543", publication.Stream));
        Assert.Equal("NUMBER_MISMATCH", itself.Refusal!.Code);
    }

    [Fact]
    public async Task An_old_application_of_eight_digits_joins_its_publication_too()
    {
        var old = PatentNumber.Parse("95115608.X").Value;
        await cluster.Record(old, PatentFacts.None with { Publications = [new("CN1125264", "A", null)] });
        await cluster.RunProcesses();
        Assert.Equal(old.Stream, (await cluster.State(Publication("CN1125264A"))).JoinedTo);
    }

    [Fact]
    public async Task Joining_twice_or_elsewhere_changes_nothing()
    {
        var (first, second) = (CatalogueCluster.NewNumber(), CatalogueCluster.NewNumber());
        foreach (var number in new[] { first, second })
        {
            await cluster.Record(number, PatentFacts.None with { Publications = [new("CN105734617", "A", null)] });
            await cluster.RunProcesses();
        }

        Assert.Equal(first.Stream, (await cluster.State(Publication("CN105734617A"))).JoinedTo);
        Assert.Single(cluster.Facts("patent:CN105734617"));
    }

    [Fact]
    public async Task Holders_the_centre_recorded_come_along_when_the_publication_is_joined()
    {
        var publication = Publication("CN105734618B");
        await cluster.Record(publication, PatentFacts.None with { TitleZh = "钒" });
        GrainCluster.Accepted(await cluster.Patent(publication).RecordHolders(
            GrainCluster.By("centre"), new RecordHolders(["攀钢集团"], "登记簿副本", null)));
        var application = CatalogueCluster.NewNumber();
        await cluster.Record(application, PatentFacts.None with { Publications = [new("CN105734618", "A", null)] });
        await cluster.RunProcesses();
        Assert.Equal("攀钢集团", Assert.Single((await cluster.State(application)).Holders));
    }

    [Fact]
    public async Task A_number_of_another_patent_is_refused()
    {
        var (one, other) = (CatalogueCluster.NewNumber(), CatalogueCluster.NewNumber());
        var outcome = await cluster.Patent(one).Record(
            GrainCluster.By("centre"), new RecordPatent(other.Text, PatentFacts.None, null, "test", FactOrigin.Centre));
        Assert.Equal("NUMBER_MISMATCH", outcome.Refusal!.Code);
    }

    [Fact]
    public async Task A_party_enters_what_is_new_and_changes_nothing_that_is_there()
    {
        var number = CatalogueCluster.NewNumber();
        var entering = new RecordPatent(
            number.Text, PatentFacts.None with { TitleZh = "钒" }, null, "form", FactOrigin.Party);
        GrainCluster.Accepted(await cluster.Patent(number).Record(GrainCluster.By("a"), entering));
        Assert.Equal("KNOWN_ALREADY", (await cluster.Patent(number).Record(GrainCluster.By("b"), entering)).Refusal!.Code);
    }

    private static PatentNumber Publication(string text) => PatentNumber.Parse(text).Value;

    private async Task<Domain.Kernel.Outcome<Domain.Kernel.Aggregates.Accepted>> Reserve(PatentNumber number) =>
        await cluster.Patent(number).Reserve(
            GrainCluster.By("x"), new ReservePatent("listing:x", Guid.NewGuid()));
}
