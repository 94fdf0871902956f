using IpMarket.Adapters.Import;
using IpMarket.Testing;
using IpMarket.Testing.Import;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>Seeded damage to good files: each is read or refused, quickly, and never throws.</summary>
public sealed class DamagedFilesTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const int Rounds = 10_000;

    /// <summary>What reading one file may work.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private static readonly string[] Real =
    [
        "cnipa-xml-new/CN102015000481495CN00001152124630AFULZH20221021CN00D.XML",
        "cnipa-xml-new/CN102021000991218CN00001137839490AFULZH20211210CN00Y.XML",
        "cnipa-xml-old/cn_old1.xml",
        "cnipa-xml-old/cn_old2.xml",
        "cnipa-xml-old/cn_old3.xml",
        "wipo-st96/PatentPublication_Example.xml",
        "google-patents/gp-search-uav-example.csv",
        "espacenet/pizza_small.csv",
        "espacenet/pizza_small_fromexcel.csv",
        "lens/lens-export-head-120.csv",
        "cnipa-pss/cnipa-pss-bci-733.csv",
        "vti/vti-known-patents.csv",
        "vti/wipo-ewaste-vti-127.csv",
    ];

    [Fact]
    public void Ten_thousand_damaged_fixtures_are_read_or_refused() => Damage(Fixtures.EveryFormat);

    [Fact]
    public void Ten_thousand_damaged_real_files_are_read_or_refused() =>
        Damage([.. Real.Select(file => File.ReadAllBytes(SharedData.File(file)))]);

    private void Damage(IReadOnlyList<byte[]> files)
    {
        var reader = new PatentFileReader();
        var random = new Random(Seed);
        var slowest = TimeSpan.Zero;
        var slowestRound = 0;
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = Mutations.Of(files[round % files.Count], random);
            var (isRead, took) = Read(reader, damaged, round);
            if (isRead) read++;
            if (took > slowest) (slowest, slowestRound) = (took, round);
        }

        output.WriteLine($"seed {Seed}: {read} read, {Rounds - read} refused, slowest {slowest.TotalMilliseconds:F1} ms");
        Assert.InRange(read, 1, Rounds - 1);
        Assert.True(slowest < Bound, $"Round {slowestRound} took {slowest}.");
    }

    private static (bool IsRead, TimeSpan Took) Read(PatentFileReader reader, byte[] damaged, int round)
    {
        var isRead = false;
        try
        {
            var took = Work.Of(() => isRead = reader.Read(damaged).IsAccepted);
            return (isRead, took);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Seed {Seed}, round {round}: {error.GetType().Name}.", error);
        }
    }
}
