using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;

namespace IpMarket.Server.Demo.Lots;

/// <summary>
/// An invented patent and its listing. There are as many as are ever needed: the templates come round and round, each
/// time under the next number of the year 2099, with a valid check character (P14).
/// </summary>
/// <param name="Number">0, 1, 2, …</param>
/// <param name="Template">What it is about.</param>
public sealed record DemoLot(int Number, DemoTemplate Template)
{
    /// <summary>How long an auction of the demo runs without extension.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(10);

    private const int SoftCloseSeconds = 30;
    private const int TenThousandYuanFen = 1_000_000;
    private static readonly ImmutableArray<DemoTemplate> Templates = Load();

    public string Application { get; } = ApplicationNumber
        .OfDigits($"{ApplicationNumber.DemoYear}1{(Number + 1).ToString("0000000", CultureInfo.InvariantCulture)}")
        .ToString()!;

    public Money Start => Money.Cny(Template.StartWan * TenThousandYuanFen);

    public ListingOffer Offer => new(
        Start,
        "示例：本专利与本次转让均为虚构，仅供演示。",
        "示例：含专利权及实施所需的技术资料；成交后一次付清。")
    {
        ModeTerms = new ModeTerms
        {
            Price = new PriceTerms(),
            Sale = new SaleTerms { HasDocuments = true, TransitionMonths = 3, Transition = "示例：现场指导十天。" },
        },
        Technology = Stated,
    };

    /// <summary>Invented figures that suit what the lot is about.</summary>
    private TechnicalFacts Stated => (Template.Ipc[0] switch
    {
        var code when code.StartsWith("C22B 34/22", StringComparison.Ordinal) => new TechnicalFacts
        {
            Fields = [VtiField.VanadiumExtraction], VanadiumPentoxide = 9_800,
        },
        var code when code.StartsWith("C01G 23", StringComparison.Ordinal) => new TechnicalFacts
        {
            Fields = [VtiField.TitaniumDioxide], TitaniumDioxide = 9_400,
        },
        var code when code.StartsWith("H01M", StringComparison.Ordinal) => new TechnicalFacts
        {
            Fields = [VtiField.VanadiumBatteries],
        },
        _ => new TechnicalFacts { Fields = [VtiField.Other] },
    }) with { Maturity = 4 + (Number % 6), CapacityTonnes = 1_000 * (1 + (Number % 20)) };

    public PatentFacts Facts => PatentFacts.None with
    {
        TitleZh = Template.Title,
        TitleEn = Template.TitleEn,
        Applicants = [DemoPeople.Seller.Name],
        Inventors = ["示例发明人"],
        Ipc = [.. Template.Ipc],
        FilingDate = new DateOnly(ApplicationNumber.DemoYear, 1, 1),
    };

    public static DemoLot Of(int number) => new(number, Templates[number % Templates.Length]);

    /// <summary>Step 5 %, deposit 10 % of the start price; the reserve is public and every third lot has one.</summary>
    public AuctionTerms Terms(DateTimeOffset opensAt) => new(
        Start,
        Money.Cny(Start.Fen / 20),
        Number % 3 == 2 ? Money.Cny(Start.Fen / 10 * 12) : null,
        opensAt,
        opensAt + Duration,
        SoftCloseSeconds,
        Money.Cny(Start.Fen / 10))
    {
        TakesProxies = true,
    };

    private static ImmutableArray<DemoTemplate> Load()
    {
        using var stream = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream(typeof(DemoLot).Namespace + ".demo-lots.json")!;
        return [.. JsonSerializer.Deserialize<DemoTemplate[]>(stream, JsonSerializerOptions.Web)!];
    }
}

/// <summary>What a lot is about.</summary>
/// <param name="StartWan">Start price in 万元.</param>
public sealed record DemoTemplate(string Title, string TitleEn, string[] Ipc, int StartWan);
