/**
 * Health checks. They stand in this library because the server looks for them in the libraries of
 * the EAR and nowhere else.
 */
package org.tandemvoice.health.entity;
