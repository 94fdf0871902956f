using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IpMarket.Benchmarks;

/// <summary>What of the machine decides the figures.</summary>
internal static class Machine
{
    private const int Syncs = 200;
    private const int PageBytes = 8_192;

    /// <summary>Median time of making a page that was just written durable, in a file of the temporary folder.</summary>
    public static double FdatasyncMicroseconds()
    {
        var path = Path.GetTempFileName();
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        var page = new byte[PageBytes];
        var times = new double[Syncs];
        for (var i = 0; i < Syncs; i++)
        {
            RandomAccess.Write(file.SafeFileHandle, page, 0);
            var began = Stopwatch.GetTimestamp();
            if (Fdatasync(file.SafeFileHandle) != 0)
                throw new IOException($"fdatasync failed: error {Marshal.GetLastPInvokeError()}.");
            times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        return Figures.Median(times);
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fdatasync(SafeFileHandle file);
}

internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
