package org.tandemvoice.flow.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tandemvoice.node.control.Node;

/** Ends, at start-up, the executions without a call that an earlier process of this node left. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ActiveflowWatch {

  @Inject private Activeflows activeflows;
  @Inject private ActiveflowFacts facts;
  @Inject private Node node;

  @PostConstruct
  void endLeftBehind() {
    activeflows.runningWithoutCall(node.id()).forEach(facts::lost);
  }
}
