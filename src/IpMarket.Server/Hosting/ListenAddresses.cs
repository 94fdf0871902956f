using System.Net;
using System.Net.Sockets;
using IpMarket.Adapters.Storage;

namespace IpMarket.Server.Hosting;

/// <summary>Where a host is to listen, looked at before anything is started there.</summary>
internal static class ListenAddresses
{
    public static string[] Of(WebApplication app) => (app.Configuration["urls"] ?? string.Join(';', app.Urls))
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Demo accounts' passwords are printed, so a demo is never offered to a network.</summary>
    /// <exception cref="StorageException">An address is not on loopback.</exception>
    public static void RefuseOpenDemo(WebApplication app)
    {
        if (app.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            throw new StorageException(
                "Demo=true listens on loopback only; take Kestrel:Endpoints out and use --urls.");
        }

        foreach (var address in Of(app))
        {
            var host = HostOf(Parsed(address));
            var loopback = host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
            if (!loopback) throw new StorageException($"Demo=true listens on loopback only, not at {address}.");
        }
    }

    /// <summary>Addresses of <c>Kestrel:Endpoints</c> are not looked at; the web server refuses those itself.</summary>
    /// <exception cref="StorageException">Somebody listens there, or this user may not.</exception>
    public static void RefuseTaken(WebApplication app)
    {
        if (app.Configuration.GetSection("Kestrel:Endpoints").Exists()) return;
        foreach (var address in Of(app))
        {
            var binding = Parsed(address);
            if (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port == 0) continue;
            try
            {
                using var probe = new TcpListener(AddressOf(HostOf(binding)), binding.Port);
                probe.Start();
            }
            catch (SocketException error)
            {
                throw new StorageException(error.SocketErrorCode switch
                {
                    SocketError.AddressAlreadyInUse =>
                        $"Another program listens at {address}; stop it, or choose another address with --urls.",
                    SocketError.AccessDenied => $"This user may not listen at {address}; choose another with --urls.",
                    _ => $"Nobody can listen at {address}: {error.Message}.",
                }, error);
            }
        }
    }

    private static string HostOf(BindingAddress binding) => binding.Host.Trim('[', ']');

    private static IPAddress AddressOf(string host) =>
        host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var ip) ? ip : IPAddress.Any;

    private static BindingAddress Parsed(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException error)
        {
            throw new StorageException(
                $"'{address}' is no address to listen at; one is {MarketLaunch.DefaultUrl}.", error);
        }
    }
}
