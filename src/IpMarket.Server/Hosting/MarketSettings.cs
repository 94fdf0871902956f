using IpMarket.Adapters.Search;
using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.Time;

namespace IpMarket.Server.Hosting;

/// <summary>
/// Configuration as the server reads it: command line before environment before file. <c>Storage</c> has its own
/// options.
/// </summary>
public sealed class MarketSettings
{
    /// <summary>Loads the demo market and its accounts on an empty store; only on loopback.</summary>
    public bool Demo { get; set; }

    /// <summary>Where people reach the market, without a slash at the end; stands in the codes on papers.</summary>
    public string? PublicUrl { get; set; }

    public CentreSettings Centre { get; set; } = new();

    public ClockOptions Clock { get; set; } = new();

    public CalendarSettings Calendar { get; set; } = new();

    public PatentSettings Patents { get; set; } = new();

    public TradingSettings Trading { get; set; } = new();

    public PapersSettings Papers { get; set; } = new();

    public ClusterSettings Cluster { get; set; } = new();

    public StorageOptions Storage { get; set; } = new();

    public SearchOptions Search { get; set; } = new();

    public static MarketSettings From(IConfiguration configuration, string dataFolder)
    {
        OneOf<StorageKind>(configuration, "Storage:Kind");
        OneOf<SearchKind>(configuration, "Search:Kind");
        var settings = Bound(configuration);
        settings.Storage.DataFolder = dataFolder;
        foreach (var days in new[] { "Calendar:Holidays", "Calendar:MakeUpDays" })
        {
            if (configuration.GetSection(days).GetChildren().Any())
                throw new StorageException($"{days} is one text: days as 2026-10-01 with commas between them.");
        }

        if (settings.Search is { Kind: SearchKind.Meilisearch } search
            && !Uri.TryCreate(search.Url, UriKind.Absolute, out _))
            throw new StorageException("Search:Kind=Meilisearch needs the server's address as Search:Url.");
        if (settings is { Demo: true, Centre.CustodyAccount.Length: 0 })
            settings.Centre.CustodyAccount = "示例银行监管专户 6200000000009999";
        return settings;
    }

    /// <summary>A choice by its name; a number would pass for one and mean another.</summary>
    private static void OneOf<T>(IConfiguration configuration, string name)
        where T : struct, Enum
    {
        if (configuration[name] is not { } given) return;
        var names = Enum.GetNames<T>();
        if (names.Contains(given, StringComparer.OrdinalIgnoreCase)) return;
        throw new StorageException($"{name} is one of {string.Join(", ", names)}, not '{given}'.");
    }

    private static MarketSettings Bound(IConfiguration configuration)
    {
        try
        {
            return configuration.Get<MarketSettings>() ?? new MarketSettings();
        }
        catch (InvalidOperationException error)
        {
            // It names the setting, the value and what it should be.
            throw new StorageException(error.Message, error);
        }
    }
}

/// <summary>Section <c>Cluster</c>: where this silo listens. It clusters with nobody: one silo, on loopback.</summary>
public sealed class ClusterSettings
{
    public string Id { get; set; } = "ipmarket";

    /// <summary>Silo-to-silo port; 0 takes a free one.</summary>
    public int SiloPort { get; set; }

    /// <summary>Client port; 0 takes a free one.</summary>
    public int GatewayPort { get; set; }
}

/// <summary>Section <c>Centre</c>: who runs this market, as pages and papers name it.</summary>
public sealed class CentreSettings
{
    public string Name { get; set; } = "钒钛专利技术交易中心";

    /// <summary>As English pages say it; papers are Chinese.</summary>
    public string NameEn { get; set; } = "Vanadium-Titanium Patent Exchange";

    /// <summary>统一社会信用代码; empty until given.</summary>
    public string Code { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>监管专户: the custody account deposits are paid to, as bidders are told; empty until given.</summary>
    public string CustodyAccount { get; set; } = "";
}

/// <summary>Section <c>Calendar</c>: days as <c>2026-10-01</c>, with commas between them.</summary>
public sealed class CalendarSettings
{
    /// <summary>法定节假日: weekdays on which nobody works.</summary>
    public string Holidays { get; set; } = "";

    /// <summary>调休: weekend days worked instead.</summary>
    public string MakeUpDays { get; set; } = "";
}

/// <summary>Section <c>Patents</c>.</summary>
public sealed class PatentSettings
{
    /// <summary>
    /// Terms, annual fees, grace, restoration, reductions and days of reminder by the law's versions, each with its
    /// source; empty: those that come with the house.
    /// </summary>
    public string? RulesFile { get; set; }

    /// <summary>
    /// Items of the title pack by patent, holders, seller and mode, the age a register extract may have, each with its
    /// source; empty: those that come with the house.
    /// </summary>
    public string? TitlePackFile { get; set; }

    /// <summary>Least listing periods with their sources; empty: those that come with the house.</summary>
    public string? ListingPeriodRulesFile { get; set; }

    /// <summary>
    /// What the gate does where the law does not say clearly, by days, each with its source; empty: those that come
    /// with the house.
    /// </summary>
    public string? GateRulesFile { get; set; }

    /// <summary>How high fees of open licences may be, by days, each with its source; empty: as above.</summary>
    public string? OpenLicenceRulesFile { get; set; }
}

/// <summary>Section <c>Trading</c>.</summary>
public sealed class TradingSettings
{
    /// <summary>
    /// A folder of rule profiles (<c>*.json</c>), each with its sources: further versions, or one in place of the
    /// house's of the same code and version; empty: only those that come with the house.
    /// </summary>
    public string? ProfilesFolder { get; set; }

    /// <summary>
    /// What the centre is recognised as, each with the decision or licence it rests on (a JSON array of kind, source,
    /// from, until); empty: nothing, so that profiles which ask for it are drafted and rehearsed only.
    /// </summary>
    public string? QualificationsFile { get; set; }
}

/// <summary>Section <c>Papers</c>.</summary>
public sealed class PapersSettings
{
    /// <summary>A Chromium executable; with it the server also offers papers as PDF.</summary>
    public string? Chromium { get; set; }

    /// <summary>代字 of the house: begins every number papers print.</summary>
    public string Mark { get; set; } = "钒钛交易";

    /// <summary>By kind's code (<c>public-notice</c>): another prefix or pattern than the usual.</summary>
    public IDictionary<string, SeriesSettings> Series { get; } =
        new Dictionary<string, SeriesSettings>(StringComparer.Ordinal);
}

/// <summary>How one kind's numbers are written; see <c>SeriesStyle</c>.</summary>
public sealed class SeriesSettings
{
    public string? Prefix { get; set; }

    public string? Pattern { get; set; }
}
