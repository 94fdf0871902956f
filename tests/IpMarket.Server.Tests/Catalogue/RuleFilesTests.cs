using System.Reflection;
using IpMarket.Adapters.Storage;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Server.Hosting;
using IpMarket.Server.Hosting.Areas;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Rules that are configuration: files the settings name, read when the house starts.</summary>
public sealed class RuleFilesTests
{
    private const string GateRow = """
        {"rule":"DisputedTitle","closes":["Sale"],"notes":[],"from":"2026-01-01","until":null,"sourceZh":"甲","sourceEn":"a"}
        """;

    private const string FeeRow = """
        {"from":"2026-01-01","until":null,"fixedFenMax":100,"salesBpMax":1,"profitBpMax":2,"sourceZh":"甲","sourceEn":"a"}
        """;

    [Fact]
    public void Without_a_file_the_rules_of_the_house_hold()
    {
        Assert.Same(HouseGateRules.Default, Started<HouseGateRules>("GateRulesFile", null));
        Assert.Same(OpenLicenceRules.House, Started<OpenLicenceRules>("OpenLicenceRulesFile", null));
    }

    [Fact]
    public void A_file_takes_the_place_of_the_houses_rules()
    {
        var gate = Started<HouseGateRules>("GateRulesFile", $"[{GateRow}]");
        Assert.Equal((GateRule.DisputedTitle, "甲"), (Assert.Single(gate.Rules).Rule, gate.Rules[0].SourceZh));
        var fees = Started<OpenLicenceRules>("OpenLicenceRulesFile", $"[{FeeRow}]");
        Assert.Equal((100L, 2), (Assert.Single(fees.Rules).FixedFenMax, fees.Rules[0].ProfitBpMax));
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("null", "")]
    [InlineData("\"closes\":[\"Sale\"],>", "")]
    [InlineData("DisputedTitle>Pledged", "Pledged is law")]
    [InlineData("DisputedTitle>NoSuchRule", "")]
    [InlineData("\"notes\":[]>\"notes\":[\"Sale\"]", "not both")]
    [InlineData("\"until\":null>\"until\":\"2025-12-31\"", "before its first")]
    [InlineData("\"sourceZh\":\"甲\">\"sourceZh\":\" \"", "source is due")]
    [InlineData("twice", "two rows hold on one day")]
    public void A_file_of_gate_rules_that_is_not_as_it_must_be_stops_the_start_and_says_why(string change, string why) =>
        Stops<HouseGateRules>("GateRulesFile", Changed(GateRow, change), why);

    [Theory]
    [InlineData("{", "")]
    [InlineData("null", "")]
    [InlineData("\"fixedFenMax\":100>\"fixedFenMax\":0", "fixed fee")]
    [InlineData("\"salesBpMax\":1>\"salesBpMax\":10001", "basis points")]
    [InlineData("\"until\":null>\"until\":\"2025-12-31\"", "before its first")]
    [InlineData("\"sourceEn\":\"a\">\"sourceEn\":\"\"", "source is due")]
    public void A_file_of_fee_bounds_that_is_not_as_it_must_be_stops_the_start_and_says_why(string change, string why) =>
        Stops<OpenLicenceRules>("OpenLicenceRulesFile", Changed(FeeRow, change), why);

    [Fact]
    public void A_file_that_is_not_there_is_named_by_its_setting()
    {
        var settings = new MarketSettings();
        settings.Patents.GateRulesFile = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var fault = Assert.Throws<StorageException>(() => new ServiceCollection().AddCatalogue(settings));
        Assert.StartsWith("Patents:GateRulesFile: ", fault.Message, StringComparison.Ordinal);
    }

    private static void Stops<T>(string setting, string json, string why)
        where T : class
    {
        var fault = Assert.Throws<StorageException>(() => Started<T>(setting, json));
        Assert.StartsWith($"Patents:{setting}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    private static string Changed(string row, string change) => change switch
    {
        "{" or "null" => change,
        "twice" => $"[{row},{row.Replace("[\"Sale\"]", "[]", StringComparison.Ordinal)}]",
        _ => $"[{row.Replace(change.Split('>')[0], change.Split('>')[1], StringComparison.Ordinal)}]",
    };

    private static T Started<T>(string setting, string? json)
        where T : class
    {
        var file = json is null ? null : Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".json");
        try
        {
            if (file is not null) File.WriteAllText(file, json);
            var settings = new MarketSettings();
            typeof(PatentSettings).GetProperty(setting, BindingFlags.Public | BindingFlags.Instance)!
                .SetValue(settings.Patents, file);
            var services = new ServiceCollection();
            services.AddCatalogue(settings);
            return (T)services.Last(service => service.ServiceType == typeof(T)).ImplementationInstance!;
        }
        finally
        {
            if (file is not null) File.Delete(file);
        }
    }
}
