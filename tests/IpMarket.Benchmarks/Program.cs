Console.Error.WriteLine("usage: -- bids");
return 2;
