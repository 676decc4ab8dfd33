using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Modular.Shared;

/// <summary>
/// The platform's own key for its audit trail. It lies outside the database, so that whoever writes there by hand can neither make a line that the
/// platform would have made nor seal a chain anew (R6). Every instance needs the same one, and a backup is not whole without it.
/// </summary>
public sealed class AuditKey
{
    public const int Bytes = 32;

    const int NonceLength = 16;

    readonly byte[] _key;

    public AuditKey(byte[] key)
    {
        if (key.Length < Bytes) throw new InvalidOperationException($"Audit:Key has {key.Length} bytes; at least {Bytes} are needed, in base64.");
        _key = key;
    }

    /// <summary>The key kept in this folder, made there at the first start.</summary>
    public static AuditKey In(string folder)
    {
        var path = Path.Combine(folder, "audit.key");
        if (!File.Exists(path)) Make(folder, path);
        return new AuditKey(Convert.FromBase64String(File.ReadAllText(path)));
    }

    /// <summary>A mark that only the platform can put on a line, and that no two lines share.</summary>
    internal string MarkOf(AuditEntry entry)
    {
        var nonce = RandomNumberGenerator.GetHexString(NonceLength, lowercase: true);
        return nonce + Mark(nonce, entry);
    }

    /// <summary>Whether the platform wrote the line, as it stands.</summary>
    internal bool Made(AuditEntry entry) =>
        entry.Mark is { Length: > NonceLength } mark && string.Equals(Mark(mark[..NonceLength], entry), mark[NonceLength..], StringComparison.Ordinal);

    /// <summary>The seal of a line that stands at this place, after the line with the previous seal.</summary>
    public string SealOf(AuditEntry entry, string previous, long place) => Sign(
        previous, place.ToString(CultureInfo.InvariantCulture), entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Mark,
        entry.At.UtcDateTime.Ticks.ToString(CultureInfo.InvariantCulture), entry.AccountId.ToString(), entry.AccountName, entry.OrganisationId.ToString(),
        entry.Action, entry.Subject.ToString(), entry.OwnerPath, entry.Before, entry.After, entry.Why);

    // 96 bits: enough that nobody ever guesses one, in a column of millions of rows.
    string Mark(string nonce, AuditEntry entry) => Sign(
        nonce, entry.At.UtcDateTime.Ticks.ToString(CultureInfo.InvariantCulture), entry.AccountId.ToString(), entry.AccountName, entry.OrganisationId.ToString(),
        entry.Action, entry.Subject.ToString(), entry.OwnerPath, entry.Before, entry.After, entry.Why)[..24];

    string Sign(params ReadOnlySpan<string?> parts)
    {
        // Lengths in front of the parts, so that no two different lines read alike.
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part};");
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text.ToString())));
    }

    static void Make(string folder, string path)
    {
        Directory.CreateDirectory(folder);
        var draft = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(draft, options)) file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another instance was first: its key is the one.
            File.Delete(draft);
        }
    }
}
