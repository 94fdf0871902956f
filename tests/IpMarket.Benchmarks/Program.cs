using IpMarket.Benchmarks;
using IpMarket.Benchmarks.Bids;
using IpMarket.Benchmarks.Search;

// Only results go to standard output, one JSON object a line; whatever else is said goes to standard error.
var report = new Report(Console.Out);
Console.SetOut(Console.Error);
switch (args.FirstOrDefault())
{
    case "bids":
        return await BidsBench.Run(BidsOptions.Parse(args[1..]), report);
    case "bids-load":
        return await HubLoad.Run(Console.In, report);
    case "search":
        return await SearchBench.Run(SearchOptions.Parse(args[1..]), report);
    default:
        await Console.Error.WriteLineAsync(
            "usage: dotnet run -c Release --project tests/IpMarket.Benchmarks -- NAME [options]\n\n"
            + BidsOptions.Usage + "\n\n" + SearchOptions.Usage);
        return 2;
}
