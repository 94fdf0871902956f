using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Technology;

/// <summary>The part of the vanadium-titanium industry (钒钛领域, P38).</summary>
public enum VtiField
{
    /// <summary>采选.</summary>
    [Words("采选", "mining and dressing")]
    MiningAndDressing,

    /// <summary>炼铁与非高炉冶炼.</summary>
    [Words("炼铁与非高炉冶炼", "ironmaking")]
    Ironmaking,

    /// <summary>提钒与钒化合物.</summary>
    [Words("提钒与钒化合物", "vanadium extraction")]
    VanadiumExtraction,

    /// <summary>钒合金与钒铁.</summary>
    [Words("钒合金与钒铁", "vanadium alloys")]
    VanadiumAlloys,

    /// <summary>含钒钛钢.</summary>
    [Words("含钒钛钢", "vanadium and titanium steel")]
    VanadiumSteel,

    /// <summary>钒电池与储能.</summary>
    [Words("钒电池与储能", "vanadium batteries")]
    VanadiumBatteries,

    /// <summary>钛渣与富钛料.</summary>
    [Words("钛渣与富钛料", "titanium slag")]
    TitaniumSlag,

    /// <summary>钛白粉与钛化合物.</summary>
    [Words("钛白粉与钛化合物", "titanium dioxide")]
    TitaniumDioxide,

    /// <summary>海绵钛与钛冶炼.</summary>
    [Words("海绵钛与钛冶炼", "titanium metal")]
    TitaniumMetal,

    /// <summary>钛合金与钛材.</summary>
    [Words("钛合金与钛材", "titanium alloys")]
    TitaniumAlloys,

    /// <summary>固废与尾渣利用.</summary>
    [Words("固废与尾渣利用", "use of residues")]
    Residues,

    /// <summary>装备与检测.</summary>
    [Words("装备与检测", "equipment and testing")]
    Equipment,

    /// <summary>其他.</summary>
    [Words("其他", "other")]
    Other,
}

/// <summary>工艺路线: the way it is made.</summary>
public enum ProcessRoute
{
    /// <summary>硫酸法.</summary>
    [Words("硫酸法", "sulfate process")]
    SulfateProcess,

    /// <summary>氯化法.</summary>
    [Words("氯化法", "chloride process")]
    ChlorideProcess,

    /// <summary>钠化焙烧.</summary>
    [Words("钠化焙烧", "sodium roasting")]
    SodiumRoasting,

    /// <summary>钙化焙烧.</summary>
    [Words("钙化焙烧", "calcium roasting")]
    CalciumRoasting,

    /// <summary>空白焙烧.</summary>
    [Words("空白焙烧", "blank roasting")]
    BlankRoasting,

    /// <summary>酸浸.</summary>
    [Words("酸浸", "acid leaching")]
    AcidLeaching,

    /// <summary>溶剂萃取.</summary>
    [Words("溶剂萃取", "solvent extraction")]
    SolventExtraction,

    /// <summary>离子交换.</summary>
    [Words("离子交换", "ion exchange")]
    IonExchange,

    /// <summary>转炉提钒.</summary>
    [Words("转炉提钒", "converter blowing")]
    ConverterBlowing,

    /// <summary>电炉熔分.</summary>
    [Words("电炉熔分", "electric smelting")]
    ElectricSmelting,

    /// <summary>直接还原.</summary>
    [Words("直接还原", "direct reduction")]
    DirectReduction,

    /// <summary>镁热还原.</summary>
    [Words("镁热还原", "magnesium reduction")]
    MagnesiumReduction,

    /// <summary>熔盐电解.</summary>
    [Words("熔盐电解", "molten-salt electrolysis")]
    MoltenSaltElectrolysis,

    /// <summary>其他.</summary>
    [Words("其他", "other")]
    Other,
}

/// <summary>What is searched by ranges.</summary>
public enum TechnicalFigure
{
    /// <summary>TiO₂, in hundredths of a per cent.</summary>
    TitaniumDioxide,

    /// <summary>V₂O₅, in hundredths of a per cent.</summary>
    VanadiumPentoxide,

    /// <summary>渣品位, in hundredths of a per cent.</summary>
    SlagGrade,

    /// <summary>产能, in tonnes a year.</summary>
    Capacity,

    /// <summary>技术成熟度, 1–9.</summary>
    Maturity,
}

/// <summary>
/// Technical figures of an offer, as the seller states them. Contents are in hundredths of a per cent by mass; null =
/// not stated, which is not zero.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.technical-facts/1")]
public sealed record TechnicalFacts
{
    /// <summary>100 %, in hundredths of a per cent.</summary>
    public const int WholeCentipercent = 10_000;

    public const int CapacityTonnesMax = 100_000_000;

    public const int MaturityMax = 9;

    /// <summary>Fields, and again routes, one offer may name.</summary>
    public const int ChoicesMax = 5;

    [Id(0)]
    public ImmutableArray<VtiField> Fields { get; init; } = [];

    [Id(1)]
    public ImmutableArray<ProcessRoute> Routes { get; init; } = [];

    /// <summary>TiO₂ of what is made or worked, 1–10,000.</summary>
    [Id(2)]
    public int? TitaniumDioxide { get; init; }

    /// <summary>V₂O₅ of what is made or worked, 1–10,000.</summary>
    [Id(3)]
    public int? VanadiumPentoxide { get; init; }

    /// <summary>渣品位: the valuable oxide in the slag, 1–10,000.</summary>
    [Id(4)]
    public int? SlagGrade { get; init; }

    /// <summary>Tonnes a year of the plant it was run or designed for, 1–<see cref="CapacityTonnesMax"/>.</summary>
    [Id(5)]
    public int? CapacityTonnes { get; init; }

    /// <summary>技术成熟度 (TRL): 1 principle seen, 9 in regular production.</summary>
    [Id(6)]
    public int? Maturity { get; init; }

    /// <summary>The figure of that name; null = not stated.</summary>
    public int? Of(TechnicalFigure figure) => figure switch
    {
        TechnicalFigure.TitaniumDioxide => TitaniumDioxide,
        TechnicalFigure.VanadiumPentoxide => VanadiumPentoxide,
        TechnicalFigure.SlagGrade => SlagGrade,
        TechnicalFigure.Capacity => CapacityTonnes,
        _ => Maturity,
    };

    /// <summary>The largest value a figure takes; the smallest is 1.</summary>
    public static int MaxOf(TechnicalFigure figure) => figure switch
    {
        TechnicalFigure.Capacity => CapacityTonnesMax,
        TechnicalFigure.Maturity => MaturityMax,
        _ => WholeCentipercent,
    };

    /// <summary>Nothing is stated.</summary>
    public bool IsEmpty() => Fields.IsEmpty && Routes.IsEmpty && TitaniumDioxide is null && VanadiumPentoxide is null
        && SlagGrade is null && CapacityTonnes is null && Maturity is null;

    internal Refusal? Fault() =>
        Choices("technology.fields", Fields)
        ?? Choices("technology.routes", Routes)
        ?? Share("technology.titaniumDioxide", TitaniumDioxide)
        ?? Share("technology.vanadiumPentoxide", VanadiumPentoxide)
        ?? Share("technology.slagGrade", SlagGrade)
        ?? Range("technology.capacityTonnes", CapacityTonnes, CapacityTonnesMax)
        ?? Range("technology.maturity", Maturity, MaturityMax);

    private static Refusal? Choices<T>(string field, ImmutableArray<T> chosen) =>
        chosen.Length > ChoicesMax || chosen.Distinct().Count() < chosen.Length
            ? TermsFault.Of(TermsRefusal.FigureChoices, field, ("max", ChoicesMax))
            : null;

    private static Refusal? Share(string field, int? value) => value is < 1 or > WholeCentipercent
        ? TermsFault.Of(
            TermsRefusal.FigureOutOfRange,
            field,
            ("min", TermsFault.Percent(1)),
            ("max", TermsFault.Percent(WholeCentipercent)))
        : null;

    private static Refusal? Range(string field, int? value, int max) => value < 1 || value > max
        ? TermsFault.Of(TermsRefusal.FigureOutOfRange, field, ("min", 1), ("max", max))
        : null;
}
