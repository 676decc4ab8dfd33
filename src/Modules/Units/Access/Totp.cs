using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Modular.Units;

/// <summary>One-time codes of an authenticator app (RFC 6238: HMAC-SHA-1, six digits, thirty seconds), as every such app makes them.</summary>
internal static class Totp
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    const int StepSeconds = 30;

    /// <summary>Clocks differ: the code before and the one after the present one are taken too.</summary>
    const int Tolerance = 1;

    /// <summary>160 bits, as RFC 4226 recommends, in Base32 (RFC 4648).</summary>
    public static string NewSecret() => Base32(RandomNumberGenerator.GetBytes(20));

    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        // The algorithm is the standard's and the apps'; a short-lived keyed code does not depend on SHA-1's collisions.
#pragma warning disable CA5350
        HMACSHA1.HashData(FromBase32(secret), counter, hash);
#pragma warning restore CA5350
        var binary = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 0xf)..]) & 0x7fffffff;
        return (binary % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step that the code belongs to; null when it is wrong.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var present = StepAt(now);
        long? found = null;
        for (var step = present - Tolerance; step <= present + Tolerance; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(code))) found ??= step;
        return found;
    }

    /// <summary>What the QR code says (the key URI that authenticator apps read).</summary>
    public static string Address(string issuer, string userName, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";

    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var each in bytes)
        {
            buffer = (buffer << 8) | each;
            bits += 8;
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in text)
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bytes.Add((byte)(buffer >> (bits - 8)));
            bits -= 8;
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
