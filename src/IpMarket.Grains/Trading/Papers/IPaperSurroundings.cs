using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;

namespace IpMarket.Grains.Trading.Papers;

/// <summary>
/// What papers of trading ask of the other areas. One implementation calls their grains; tests have their own.
/// </summary>
public interface IPaperSurroundings
{
    /// <summary>The party by its name of now; null when its name was erased.</summary>
    Task<PartyOnPaper?> Party(string party);

    /// <summary>A patent by its stream.</summary>
    Task<PatentOnPaper> Patent(string patent);
}

/// <summary>Asks the grains of parties and patents.</summary>
public sealed class GrainPaperSurroundings(IGrainFactory grains) : IPaperSurroundings
{
    public async Task<PartyOnPaper?> Party(string party)
    {
        var grain = grains.GetGrain<IPartyGrain>(party);
        var names = await grain.Names();
        if (names.IsEmpty) return null;
        var state = (await grain.Get()).State;
        return new PartyOnPaper(party, names[0], state.IsNaturalPerson);
    }

    public async Task<PatentOnPaper> Patent(string patent)
    {
        var state = (await grains.GetGrain<IPatentGrain>(patent).Get()).State;
        if (state.JoinedTo is { } joined) return await Patent(joined);
        var number = state.Number ?? patent[(PatentNumber.StreamWord.Length + 1)..];
        return new PatentOnPaper(number, PaperWords.TypeName(state.Type), state.IsDemo);
    }
}
