using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Modular.Units;

namespace Modular.Tests;

/// <summary>A mail server on this machine that keeps what it is sent. It refuses addresses that say so: refused@… for good, later@… for now.</summary>
sealed class MailServerOfTests : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();

    public MailServerOfTests()
    {
        _listener.Start();
        _ = Accept();
    }

    /// <summary>What arrived: envelope recipients and the lines as sent, headers first.</summary>
    public ConcurrentQueue<(IReadOnlyList<string> To, IReadOnlyList<string> Lines)> Received { get; } = [];

    public MailSettings Settings => new() { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, Address = "platform@region.example", UseTls = false, Site = "https://platform.example" };

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = Task.Run(() => Talk(client));
        }
    }

    async Task Talk(TcpClient client)
    {
        using var _ = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var to = new List<string>();
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            var command = line.Length < 4 ? line : line[..4].ToUpperInvariant();
            if (command == "RCPT" && line.Contains("refused@", StringComparison.Ordinal)) await writer.WriteLineAsync("550 no such person");
            else if (command == "RCPT" && line.Contains("later@", StringComparison.Ordinal)) await writer.WriteLineAsync("451 try later");
            else if (command == "DATA") await Take(reader, writer, to);
            else if (command == "QUIT") break;
            else await writer.WriteLineAsync("250 fine");
            if (command == "RCPT") to.Add(line);
            if (command is "MAIL" or "DATA" or "RSET") to = [];
        }
    }

    async Task Take(StreamReader reader, StreamWriter writer, IReadOnlyList<string> to)
    {
        await writer.WriteLineAsync("354 go on");
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line and not ".") lines.Add(line);
        Received.Enqueue((to, lines));
        await writer.WriteLineAsync("250 taken");
    }
}
