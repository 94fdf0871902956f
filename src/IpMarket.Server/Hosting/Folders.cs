namespace IpMarket.Server.Hosting;

/// <summary>Where things stand, whatever the working folder is: <c>dotnet run</c> sets it to the project's.</summary>
public static class Folders
{
    private const string Solution = "IpMarket.sln";

    /// <summary>The folder of the solution when run from a checkout, else null.</summary>
    public static string? Checkout { get; } = FindCheckout();

    /// <summary><c>.data</c> beside the solution in a checkout, otherwise <c>data</c> in the working folder.</summary>
    public static string Data => Checkout is { } checkout
        ? Path.Combine(checkout, ".data")
        : Path.Combine(Directory.GetCurrentDirectory(), "data");

    /// <summary>
    /// The built web app: <c>web/dist</c> in a checkout, otherwise <c>wwwroot</c> beside the binaries.
    /// </summary>
    public static string Web => Checkout is { } checkout
        ? Path.Combine(checkout, "web", "dist")
        : Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static string? FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Solution))) return folder.FullName;
        return null;
    }
}
