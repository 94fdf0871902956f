using System.Collections.Immutable;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Catalogue;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>Patents as a lot names them, read once.</summary>
internal static class LotPatents
{
    public static async Task<LotPatent> Of(IGrainFactory grains, string patent)
    {
        var state = (await grains.GetGrain<IPatentGrain>(patent).Get()).State;
        var number = state.Number ?? patent;
        return new LotPatent(patent, number, state.Facts.TitleIn(english: false) ?? number)
        {
            TitleEn = state.Facts.TitleEn,
        };
    }

    public static async Task<ImmutableArray<LotPatent>> Of(IGrainFactory grains, ImmutableArray<string> patents) =>
        [.. await Task.WhenAll(patents.Select(patent => Of(grains, patent)))];
}
