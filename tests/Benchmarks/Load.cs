using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Modular.Benchmarks;

/// <summary>Asks one address as fast as a number of kept-open connections can, and counts the answers. Plain sockets: the client must cost little beside the server.</summary>
internal static class Load
{
    /// <returns>Answers a second, and the processor time of this process for each (client and server together, the database not).</returns>
    public static async Task<(double PerSecond, double CpuMicroseconds)> Run(int port, string path, string? cookie, int connections, TimeSpan length)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n");
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clients = Enumerable.Range(0, connections).Select(_ => Task.Run(() => Ask(port, request, stop.Token))).ToArray();
        await Task.Delay(length);
        await stop.CancelAsync();
        var counts = await Task.WhenAll(clients);
        process.Refresh();
        return (counts.Sum() / clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalMicroseconds / counts.Sum());
    }

    static async Task<long> Ask(int port, byte[] request, CancellationToken stop)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, CancellationToken.None);
        var buffer = new byte[256 * 1024];
        var count = 0L;
        while (!stop.IsCancellationRequested)
        {
            await socket.SendAsync(request);
            var length = 0;
            do
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0) throw new InvalidOperationException("The server closed the connection: " + Encoding.UTF8.GetString(buffer, 0, length));
                length += read;
            }
            while (!IsWhole(buffer.AsSpan(0, length)));
            if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, Math.Min(length, 600)));
            count++;
        }

        return count;
    }

    static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var digits = answer[(at + 16)..head];
        var end = digits.IndexOf((byte)'\r');
        var length = int.Parse(Encoding.ASCII.GetString(end < 0 ? digits : digits[..end]), System.Globalization.CultureInfo.InvariantCulture);
        return answer.Length >= head + 4 + length;
    }
}
