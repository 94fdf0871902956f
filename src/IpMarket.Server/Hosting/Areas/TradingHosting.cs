using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Trading;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Trading;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Endpoints.Trading.Auctions;
using IpMarket.Server.Endpoints.Trading.Escrow;
using IpMarket.Server.Endpoints.Trading.Proofs;

namespace IpMarket.Server.Hosting.Areas;

/// <summary>Trading: its grains and processes, its views, what its endpoints need.</summary>
public static class TradingHosting
{
    public static void AddTrading(this IServiceCollection services, MarketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(settings);
        services
            .AddSingleton<IRuleProfiles>(ProfilesOf(settings))
            .AddSingleton(CalendarOf(settings.Calendar))
            .AddSingleton(new CustodyAccount(settings.Centre.CustodyAccount))
            .AddSingleton<IAuctionSurroundings, AuctionSurroundings>()
            .AddTradingGrains()
            .AddViewGroup<TradingViews, TradingViewContext>()
            .AddSingleton<TradingLists>()
            .AddSingleton<AuctionPresenter>()
            .AddSingleton<AuctionLists>()
            .AddSingleton<EscrowPresenter>()
            .AddSingleton<ProofSigner>()
            .AddSingleton<SignedReceipts>();
    }

    /// <exception cref="StorageException">A file cannot be read, or is none of its kind.</exception>
    private static HouseProfiles ProfilesOf(MarketSettings settings)
    {
        var (folder, held) = (settings.Trading.ProfilesFolder, settings.Trading.QualificationsFile);
        return new HouseProfiles(
            settings.Demo,
            folder is { Length: > 0 } ? Own(folder) : [],
            CatalogueHosting.RulesOf("Trading:QualificationsFile", held, [], HeldQualification.Read));
    }

    private static ImmutableArray<RuleProfile> Own(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file =>
            {
                using var json = File.OpenRead(file);
                return ProfileFiles.Read(json);
            })];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StorageException($"Trading:ProfilesFolder: {fault.Message}", fault);
        }
    }

    /// <exception cref="StorageException">A day cannot be read; the message names it.</exception>
    public static WorkingCalendar CalendarOf(CalendarSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new WorkingCalendar(
            Days("Calendar:Holidays", settings.Holidays), Days("Calendar:MakeUpDays", settings.MakeUpDays));
    }

    private static ImmutableHashSet<DateOnly> Days(string name, string days) =>
        [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(day =>
            DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                ? read
                : throw new StorageException($"{name}: '{day}' is no day like 2026-10-01."))];
}
