namespace IpMarket.Adapters.Import;

/// <summary>One value of a file, clean and not empty, and the line it stands on.</summary>
internal readonly record struct Said(string Text, int Line);
