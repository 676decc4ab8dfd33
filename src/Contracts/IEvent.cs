using MediatR;

namespace Modular.Contracts;

/// <summary>News that a module tells the others: a record that carries what a reaction needs, so that it need not ask back.</summary>
public interface IEvent : INotification;
