using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Modular.Tests;

/// <summary>What happens inside the platform during one request: the statements it sends to the database, and the faults it logs.</summary>
sealed class RequestWatch
{
    // Flows from the test through the test server into the request, so that requests running beside it are not counted.
    static readonly AsyncLocal<RequestWatch?> Current = new();

    static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new EntityFramework());

    public ConcurrentQueue<string> Statements { get; } = [];

    public ConcurrentQueue<Exception> Faults { get; } = [];

    public static void Listen() => _ = Listening;

    public static RequestWatch Begin() => Current.Value = new RequestWatch();

    sealed class EntityFramework : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        static readonly string Executing = RelationalEventId.CommandExecuting.Name!;
        static readonly string Compiling = CoreEventId.QueryCompilationStarting.Name!;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this, name => name == Executing || name == Compiling);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Value: CommandEventData happening } && value.Key == Executing) Current.Value?.Statements.Enqueue(happening.Command.CommandText);
            if (value is { Value: QueryExpressionEventData query } && value.Key == Compiling) OtherProvider.Check(query);
        }

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }

    /// <summary>Keeps the exceptions that the platform logs beside the request they belong to.</summary>
    public sealed class FaultLog : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null) Current.Value?.Faults.Enqueue(exception);
        }

        public void Dispose()
        {
        }
    }
}
