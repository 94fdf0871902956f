using System.Diagnostics;

namespace IpMarket.Adapters.Papers;

/// <summary>Where Chromium is. <see cref="Executable"/> null: no PDF is offered.</summary>
public sealed record ChromiumOptions(string? Executable, TimeSpan AtMost);

/// <summary>
/// Makes PDFs of frozen pages with a Chromium of the machine, one at a time, each with a profile of its own.
/// </summary>
public sealed class ChromiumPrinter(ChromiumOptions options) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public bool IsOffered => options.Executable is { Length: > 0 };

    /// <summary>
    /// The PDF, or null when it was not made in time (the wait for a turn included) or Chromium failed.
    /// </summary>
    public async Task<byte[]?> Pdf(ReadOnlyMemory<byte> page, CancellationToken cancel)
    {
        if (!IsOffered) throw new InvalidOperationException("No Chromium is configured.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.AtMost);
        try
        {
            await turn.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("ipmarket-paper-").FullName;
        try
        {
            return await Run(page, folder, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            turn.Release();
            Delete(folder);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<byte[]?> Run(ReadOnlyMemory<byte> page, string folder, CancellationToken limit)
    {
        var (source, target) = (Path.Combine(folder, "paper.html"), Path.Combine(folder, "paper.pdf"));
        await File.WriteAllBytesAsync(source, page, limit);
        using var chromium = Process.Start(Start(folder, source, target))!;
        try
        {
            // Read, so that it never waits for a full pipe; what it says is its own affair.
            var said = chromium.StandardError.ReadToEndAsync(limit);
            await chromium.WaitForExitAsync(limit);
            await said;
        }
        finally
        {
            if (!chromium.HasExited) chromium.Kill(entireProcessTree: true);
        }

        return chromium.ExitCode == 0 && File.Exists(target) ? await File.ReadAllBytesAsync(target, limit) : null;
    }

    private ProcessStartInfo Start(string folder, string source, string target)
    {
        var start = new ProcessStartInfo(options.Executable!) { RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--no-first-run",
            "--disable-background-networking", "--disable-sync",
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer",
            $"--print-to-pdf={target}",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        // Chromium refuses to run as root with its sandbox; the pages are our own and permit no script.
        if (Environment.IsPrivilegedProcess) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(source).AbsoluteUri);
        return start;
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of Chromium may still hold a file for a moment; the system's temporary folder is swept by others.
            return;
        }
    }
}
