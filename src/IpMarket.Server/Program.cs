return await IpMarket.Server.Commands.MarketCommandLine.Run(args);
