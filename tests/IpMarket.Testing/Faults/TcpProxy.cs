using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpMarket.Testing.Faults;

/// <summary>What befalls one call on its way through the proxy.</summary>
public enum CallFault
{
    None,

    /// <summary>The server gets it and answers; the client's connection is closed instead of the answer.</summary>
    AnswerLost,

    /// <summary>The client's connection is closed; the server gets the call 1–3 s later.</summary>
    ArrivesLate,

    /// <summary>Neither side hears of the other again and nothing is closed; the server never gets the call.</summary>
    BlackHole,

    /// <summary>As above, but the server gets the call.</summary>
    BlackHoleAfterwards,
}

/// <summary>
/// A TCP proxy before PostgreSQL that does faults to prepared calls (Bind … Sync) of chosen connections, those whose
/// start-up message contains a marker. Everything else passes.
/// </summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> tasks = [];
    private readonly IPEndPoint target;
    private readonly string marker;
    private readonly Func<CallFault> choose;
    private readonly Task accepting;
    private int lateDelivered;

    /// <param name="target">The server.</param>
    /// <param name="marker">Connections whose start-up message holds this text meet faults.</param>
    /// <param name="choose">The fault of the next call; called from any thread.</param>
    public TcpProxy(IPEndPoint target, string marker, Func<CallFault> choose)
    {
        this.target = target;
        this.marker = marker;
        this.choose = choose;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Calls that reached the server after their client was gone.</summary>
    public int LateDelivered => Volatile.Read(ref lateDelivered);

    /// <summary>Waits until every call held back was delivered and answered, then closes all.</summary>
    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await stop.CancelAsync();
        await accepting;
        Task[] all;
        lock (tasks) all = [.. tasks];
        await Task.WhenAll(all);
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                lock (tasks) tasks.Add(Serve(client));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using var here = client;
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(target, stop.Token);
            var down = client.GetStream();
            var up = server.GetStream();
            // Not linked to the stop: a call that was held back is still answered.
            using var ended = new CancellationTokenSource();
            var answers = new Answers(up, down);
            var back = answers.Pump(ended.Token);
            try
            {
                await Forward(down, up, answers, client, stop.Token);
            }
            finally
            {
                await ended.CancelAsync();
                await back;
            }
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException
            or ObjectDisposedException)
        {
            // Either side went; both are closed on leaving.
        }
    }

    private async Task Forward(
        NetworkStream down, NetworkStream up, Answers answers, TcpClient client, CancellationToken cancel)
    {
        var buffer = new byte[1 << 16];
        var marked = false;
        while (true)
        {
            var count = await down.ReadAsync(buffer, cancel);
            if (count == 0) return;
            // Start-up messages (a request for encryption may come before) begin with their length, so with a zero.
            if (buffer[0] == 0)
                marked = Encoding.UTF8.GetString(buffer, 0, count).Contains(marker, StringComparison.Ordinal);
            var chunk = buffer.AsMemory(0, count);
            if (!marked || buffer[0] != 'B')
            {
                await up.WriteAsync(chunk, cancel);
                continue;
            }

            var call = await Whole(chunk, down, cancel);
            var fault = choose();
            if (fault == CallFault.None)
            {
                await up.WriteAsync(call, cancel);
                continue;
            }

            answers.Swallow();
            await Do(fault, call, up, answers, client);
            if (fault is CallFault.BlackHole or CallFault.BlackHoleAfterwards)
                while (await down.ReadAsync(buffer, cancel) > 0) continue;
            return;
        }
    }

    private async Task Do(CallFault fault, byte[] call, NetworkStream up, Answers answers, TcpClient client)
    {
        if (fault == CallFault.BlackHole) return;
        if (fault == CallFault.ArrivesLate)
        {
            client.Close();
            await Task.Delay(Random.Shared.Next(1_000, 3_000));
        }

        await up.WriteAsync(call);
        if (fault == CallFault.BlackHoleAfterwards) return;
        await answers.Ready.WaitAsync(TimeSpan.FromSeconds(10));
        if (fault == CallFault.ArrivesLate) Interlocked.Increment(ref lateDelivered);
        client.Close();
    }

    /// <summary>The call to its end: a Sync message.</summary>
    private static async Task<byte[]> Whole(ReadOnlyMemory<byte> start, NetworkStream down, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        all.Write(start.Span);
        var buffer = new byte[1 << 16];
        while (!all.GetBuffer().AsSpan(0, (int)all.Length).EndsWith("S\0\0\0\u0004"u8))
        {
            var count = await down.ReadAsync(buffer, cancel);
            if (count == 0) throw new IOException("The client left in the middle of a call.");
            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }

    /// <summary>What the server says: passed on, or swallowed from a call on.</summary>
    private sealed class Answers(NetworkStream up, NetworkStream down)
    {
        private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool swallowing;

        /// <summary>The server is done with a swallowed call: it said "ready for query", after its commit.</summary>
        public Task Ready => ready.Task;

        public void Swallow() => swallowing = true;

        public async Task Pump(CancellationToken cancel)
        {
            var buffer = new byte[1 << 16];
            try
            {
                while (true)
                {
                    var count = await up.ReadAsync(buffer, cancel);
                    if (count == 0) return;
                    if (!swallowing) await down.WriteAsync(buffer.AsMemory(0, count), cancel);
                    else if (buffer.AsSpan(0, count).EndsWith("Z\0\0\0\u0005I"u8)) ready.TrySetResult();
                }
            }
            catch (Exception error) when (error is IOException or OperationCanceledException
                or ObjectDisposedException)
            {
                // The connection is over.
            }
            finally
            {
                if (!swallowing) down.Close();
            }
        }
    }
}
